import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { readChat } from "@/lib/server/chats/read-chat";
import { sendMessage } from "@/lib/server/chats/send-message";
import { startRunner } from "@/lib/server/runs/runner";
import type { ChatMode } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { type dispatch, FakeWire } from "./fake-wire";
import { createUser, installForTests } from "./installation";
import { actionsOf } from "./run-reader";

/**
 * For one test file: an installation whose services are scripted, and for each test a new person with a new chat. Every test
 * fails when something was rejected and nobody heard of it.
 */
export class Conversation {
  readonly #crashes: unknown[] = [];
  #wire: FakeWire | undefined;
  userId = "";
  chatId = "";

  constructor() {
    const note = (reason: unknown) => this.#crashes.push(reason);
    beforeAll(async () => {
      process.on("unhandledRejection", note);
      this.#wire = await FakeWire.start();
    });
    installForTests(() => this.wire.origin);
    beforeAll(() => startRunner());
    beforeEach(async () => {
      vi.spyOn(console, "error").mockImplementation(() => {});
      this.userId = await createUser();
      this.chatId = randomUUID();
    });
    afterEach(() => {
      vi.restoreAllMocks();
      expect(this.#crashes).toEqual([]);
    });
    afterAll(async () => {
      await this.#wire?.close();
      process.off("unhandledRejection", note);
      // The runner has no end of its own: it will find the database closed.
      vi.spyOn(console, "error").mockImplementation(() => {});
    });
  }

  get wire(): FakeWire {
    if (!this.#wire) throw new Error("The wire is not up yet.");
    return this.#wire;
  }

  /** Sends a message and answers the id of its run. */
  send(text = "Please", mode?: ChatMode): Promise<string> {
    const message = { id: randomUUID(), text, ...(mode ? { mode } : {}) };
    return sendMessage(this.userId, this.chatId, message);
  }

  /** The chat's last message as it is stored. */
  async stored(): Promise<ChatMessage | undefined> {
    return (await readChat(this.userId, this.chatId)).messages.at(-1);
  }

  /** The inner tools the router was told to run. */
  sentTools(): string[] {
    return this.wire.sent.map(({ tool }) => tool);
  }
}

/** The approval that a message waits for. */
export function approvalOf(message: ChatMessage): string {
  const [waiting] = actionsOf(message).filter(({ state }) => state.status === "approval");
  if (waiting?.state.status !== "approval") throw new Error("Nothing waits for an answer.");
  return waiting.state.approvalId;
}

/** A model that makes a call first and says words afterwards. */
export const callThenText = (call: ReturnType<typeof dispatch>, text = "All done.") => ({
  model: (index: number) => (index === 0 ? { text: "Looking…", calls: [call] } : { text }),
});
