import { AbstractChat, type ChatState, type ChatStatus } from "ai";
import type { ChatMessage } from "@/lib/shared/message";
import { RunTransport } from "./transport";
import type { Wait } from "./wait-to-retry";

/** Milliseconds between two states of an answer that are shown while it is written: every fourth frame. */
const shortestInterval = 64;
/** The same on a page that takes long to show one: it may spend a quarter of its time on that, or it would not hear the keys. */
const perCost = 4;
const longestInterval = 400;

/** The messages on the screen, which are not the stream's own. */
export type ShownMessages = {
  read: () => ChatMessage[];
  show: (messages: ChatMessage[]) => void;
};

/** The stream goes on writing in its message and in the parts of it. */
const copyOf = (message: ChatMessage): ChatMessage => ({
  ...message,
  parts: message.parts.map((part) => ({ ...part })),
});

/** What the AI SDK keeps of a chat: the messages are those on the screen, and an answer is shown there as often as is of use. */
class StreamState implements ChatState<ChatMessage> {
  error: Error | undefined;
  readonly #shown: ShownMessages;
  #status: ChatStatus = "ready";
  #unshown: ChatMessage | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #interval = shortestInterval;

  constructor(shown: ShownMessages) {
    this.#shown = shown;
  }

  get status(): ChatStatus {
    return this.#status;
  }

  set status(status: ChatStatus) {
    this.#status = status;
    // Whoever waits for the end finds all of it.
    if (status === "ready" || status === "error") this.#show();
  }

  get messages(): ChatMessage[] {
    return this.#shown.read();
  }

  set messages(messages: ChatMessage[]) {
    this.#shown.show(messages);
  }

  readonly pushMessage = (message: ChatMessage): void => {
    this.messages = [...this.messages, copyOf(message)];
  };

  readonly popMessage = (): void => {
    this.messages = this.messages.slice(0, -1);
  };

  readonly replaceMessage = (_index: number, message: ChatMessage): void => {
    this.#unshown = message;
    if (this.#pause === undefined) this.#show();
  };

  readonly snapshot = <Thing>(thing: Thing): Thing => structuredClone(thing);

  #show(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const message = this.#unshown;
    if (!message) return;
    this.#unshown = undefined;
    this.messages = this.messages.map((one) => (one.id === message.id ? copyOf(message) : one));
    this.#pause = setTimeout(() => this.#show(), this.#interval);
    this.#measure();
  }

  /** What was shown has been drawn when the frame after it is over. A page out of sight draws nothing. */
  #measure(): void {
    if (typeof requestAnimationFrame === "undefined") return;
    const begun = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => {
        const wanted = (performance.now() - begun) * perCost;
        this.#interval = Math.min(longestInterval, Math.max(shortestInterval, wanted));
      }),
    );
  }
}

/**
 * Sends, and folds the streams of one chat into the messages on the screen. With the AI SDK and all that it brings it is not part
 * of the first load: see `prepare` of `Conversation`.
 */
export class AnswerStream extends AbstractChat<ChatMessage> {
  /** `onAccepted`: see {@link RunTransport}. */
  constructor(options: {
    id: string;
    shown: ShownMessages;
    wait: Wait;
    onAccepted: () => void;
  }) {
    const { id, shown, ...transport } = options;
    super({
      id,
      generateId: () => crypto.randomUUID(),
      state: new StreamState(shown),
      transport: new RunTransport(transport),
    });
  }
}
