import type { Attachment } from "@/lib/shared/attachment";
import { isAttachment } from "./attachments/is-attachment";
import { onLocalTextChange, readLocalList, writeLocalList } from "./local-text";

export const queuePrefix = "queue.";

/** Messages that may wait in one chat. */
export const queueLimit = 10;

/** A message that is to be sent when the answer before it has ended. Its id is the one that it will be sent with. */
export type QueuedMessage = { id: string; text: string; attachments: Attachment[] };

const isQueued = (value: unknown): value is QueuedMessage =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "text" in value &&
  typeof value.text === "string" &&
  "attachments" in value &&
  Array.isArray(value.attachments) &&
  value.attachments.every(isAttachment);

/**
 * What a person has written in a chat while an answer was being written. Kept in this browser, so that it survives a reload,
 * and seen by its other tabs: they may send the same message at once, which is one message, because it has one id.
 */
export class MessageQueue {
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  #messages: readonly QueuedMessage[] | undefined;

  constructor(chatId: string) {
    this.#name = queuePrefix + chatId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const end = onLocalTextChange(this.#name, () => {
      this.#messages = undefined;
      listener();
    });
    return () => {
      this.#listeners.delete(listener);
      end();
    };
  };

  /** The oldest first; the same array until something changes. */
  readonly read = (): readonly QueuedMessage[] => {
    this.#messages ??= readLocalList(this.#name, isQueued);
    return this.#messages;
  };

  add(text: string, attachments: readonly Attachment[] = []): void {
    const added = { id: crypto.randomUUID(), text, attachments: [...attachments] };
    this.#write([...this.read(), added]);
  }

  remove(id: string): void {
    this.#write(this.read().filter((message) => message.id !== id));
  }

  #write(messages: readonly QueuedMessage[]): void {
    this.#messages = messages;
    writeLocalList(this.#name, messages);
    for (const listener of this.#listeners) listener();
  }
}
