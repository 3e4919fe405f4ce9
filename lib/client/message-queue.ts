import { z } from "zod";
import { type Attachment, attachmentSchema } from "@/lib/shared/attachment";
import { onLocalTextChange, readLocalText, writeLocalText } from "./local-text";

export const queuePrefix = "queue.";

/** Messages that may wait in one chat. */
export const queueLimit = 10;

const queuedSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  attachments: z.array(attachmentSchema).default([]),
});
/** A message that is to be sent when the answer before it has ended. Its id is the one that it will be sent with. */
export type QueuedMessage = z.infer<typeof queuedSchema>;

const queueSchema = z.array(queuedSchema);

function parse(text: string): QueuedMessage[] {
  try {
    return queueSchema.parse(JSON.parse(text || "[]"));
  } catch {
    // Somebody else wrote there, or another version of this page did.
    return [];
  }
}

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
    this.#messages ??= parse(readLocalText(this.#name));
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
    writeLocalText(this.#name, messages.length === 0 ? "" : JSON.stringify(messages));
    for (const listener of this.#listeners) listener();
  }
}
