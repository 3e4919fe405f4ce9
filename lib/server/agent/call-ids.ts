import "server-only";
import { randomUUID } from "node:crypto";
import type { ChatMessage } from "@/lib/shared/message";

/**
 * Gives every call of a conversation an id of its own. Actions and results are found by it, and models behind compatible
 * providers begin at the same one in every step: a change would be told done because an earlier one was.
 */
export class CallIds {
  readonly #taken: Set<string>;
  readonly #heard = new Set<string>();

  constructor(conversation: readonly ChatMessage[]) {
    const parts = conversation.flatMap((message) => message.parts);
    this.#taken = new Set(
      parts.flatMap((part) => (part.type === "dynamic-tool" ? part.toolCallId : [])),
    );
  }

  /** The id a call gets; null when it is the same call of this step once more, sent twice. */
  claim(call: { toolCallId: string; toolName: string; input: unknown }): string | null {
    const { toolCallId, toolName, input } = call;
    const whole = JSON.stringify([toolCallId, toolName, input]);
    if (this.#heard.has(whole)) return null;
    this.#heard.add(whole);
    const free = toolCallId !== "" && !this.#taken.has(toolCallId);
    const id = free ? toolCallId : `call_${randomUUID()}`;
    this.#taken.add(id);
    return id;
  }
}
