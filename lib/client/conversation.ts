import type { ChatSettings } from "@/lib/shared/api";
import type { Attachment } from "@/lib/shared/attachment";
import type { AnswerStream } from "./answer-stream";
import { type ChatView, readChat, readEarlierMessages, showVersion, stopRun } from "./chat-api";
import {
  type ConversationPhase,
  type ConversationStart,
  type ConversationState,
  whatIsEarlier,
} from "./conversation-state";
import { loadPart } from "./load-part";
import { mergeNewest } from "./merge-messages";
import { errorView, RequestError } from "./request";
import type { AnswerAgainBody, SendBody } from "./transport";
import { partsOf, saysTheSame, type Unsent } from "./unsent";
import { type Wait, waitToRetry } from "./wait-to-retry";

/** What a message is sent with, settings of its chat among it. */
type SendOptions = ChatSettings & {
  /** Of the message, when it was made before: the same again is the same message. */
  id?: string | undefined;
  /** Files that the server has. */
  attachments?: readonly Attachment[] | undefined;
  /** The person's message that it is another version of. */
  replaces?: string | undefined;
};

/** The AI SDK and all that it brings: until something is sent or followed, a conversation is a list of messages. */
const loadStream = () => loadPart(() => import("./answer-stream"));

/**
 * One chat on this page: sends, follows the run wherever it is driven, stops it. {@link AnswerStream} folds the stream;
 * this class decides when there is one. Made per mounted page, and ended with {@link dispose}; stopping a run is not part of
 * that, a browser that goes away stops nothing.
 */
export class Conversation {
  readonly #id: string;
  readonly #wait: Wait;
  #stream: AnswerStream | undefined;
  readonly #listeners = new Set<() => void>();
  #gone = new AbortController();
  #state: ConversationState;
  #unsent: Unsent | undefined;
  #wish: { id: string; messageId: string } | undefined;
  #accept: (() => void) | undefined;

  constructor(start: ConversationStart, wait: Wait = waitToRetry) {
    this.#id = start.id;
    this.#wait = wait;
    this.#state = {
      messages: start.messages,
      phase: { status: start.live ? "running" : "idle" },
      notice: null,
      earlier: whatIsEarlier(start.hasEarlier),
      versions: start.versions,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ConversationState => this.#state;

  /**
   * Follows the live run this conversation was made with. Without one it asks the server all the same: a page that the
   * browser brought back from its history may be older than the chat.
   */
  attach(): void {
    this.#gone = new AbortController();
    if (this.#state.phase.status === "running") void this.#follow();
    else void this.refresh();
  }

  /** Fetches ahead what sending and following need. Should that fail, it is tried again when they do. */
  prepare(): void {
    loadStream().catch(() => undefined);
  }

  /** Lets go of the stream; the run goes on. */
  dispose(): void {
    this.#gone.abort();
    void this.#stream?.stop();
  }

  /**
   * Sends a message. Resolves to true once the server has stored it, and to false when it did not: the reason is in
   * `notice` then. The same sent again is the same message, so a lost answer does not double it.
   */
  send(
    text: string,
    { id, attachments = [], replaces, ...settings }: SendOptions = {},
  ): Promise<boolean> {
    if (this.#state.phase.status !== "idle") return Promise.resolve(false);
    const unsent = this.#unsent;
    const said = { text, attachments, replaces };
    const again = !id && unsent && saysTheSame(unsent, said);
    const message = again ? unsent : { id: id ?? crypto.randomUUID(), ...said };
    this.#unsent = message;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#set({ phase: { status: "sending", messageId: message.id }, notice: null });
    this.#accept = () => {
      this.#unsent = undefined;
      if (replaces) this.#replace(replaces);
      this.#set({ phase: { status: "running" }, notice: null });
      resolve(true);
    };
    void this.#exchange(message, settings).then(() => resolve(false));
    return promise;
  }

  /** Has a message of the person's answered once more, in a version of its own. Says in `notice` when it could not. */
  async answerAgain(messageId: string): Promise<void> {
    if (this.#state.phase.status !== "idle") return;
    const wish =
      this.#wish?.messageId === messageId ? this.#wish : { id: crypto.randomUUID(), messageId };
    this.#wish = wish;
    const before = this.#state.messages;
    const place = before.findIndex(({ id }) => id === messageId);
    const answer = before[place + 1];
    if (!answer) return;
    this.#set({ phase: { status: "asking-again" }, notice: null });
    this.#accept = () => {
      this.#wish = undefined;
      this.#set({ phase: { status: "running" }, notice: null });
      void this.#readVersions();
    };
    const body: AnswerAgainBody = { id: wish.id };
    await this.#withStream(this.#state.phase, async (stream, signal) => {
      await stream.regenerate({ messageId: answer.id, body });
      await this.#settleSent(stream, signal, () => this.#set({ messages: before }));
    });
  }

  /** Goes over to the version of the chat with this message. Says in `notice` when it could not. */
  async showVersion(messageId: string): Promise<void> {
    if (this.#state.phase.status !== "idle") return;
    const { signal } = this.#gone;
    this.#set({ notice: null });
    try {
      await showVersion(this.#id, messageId);
      const view = await readChat(this.#id, signal);
      if (this.getState().phase.status === "idle") this.#take(view);
    } catch (error) {
      if (!signal.aborted) this.#set({ notice: errorView(error) });
    }
  }

  /** Asks the server to end the run; the stream tells when it has. While sending: takes the message back. */
  async stop(): Promise<void> {
    const { status } = this.#state.phase;
    if (status === "sending" || status === "asking-again") {
      // Without a stream nothing has been sent yet.
      if (this.#stream) await this.#stream.stop();
      else this.#set({ phase: { status: "idle" } });
    }
    if (status !== "running") return;
    this.#set({ phase: { status: "stopping" }, notice: null });
    try {
      await stopRun(this.#id);
    } catch (error) {
      if (this.getState().phase.status === "stopping") {
        this.#set({ phase: { status: "running" }, notice: errorView(error) });
      }
    }
  }

  /** Looks whether another tab has gone on with this chat, and follows. Says nothing when it cannot. */
  async refresh(): Promise<void> {
    if (this.#state.phase.status !== "idle" || this.#state.messages.length === 0) return;
    const { signal } = this.#gone;
    const view = await readChat(this.#id, signal).catch(() => null);
    if (!view || signal.aborted || this.#state.phase.status !== "idle") return;
    if (view.live) {
      this.#set({ phase: { status: "running" } });
      this.#take(view);
      await this.#follow();
    } else if (view.messages.at(-1)?.id !== this.#state.messages.at(-1)?.id) {
      this.#take(view);
    }
  }

  /** Reads the page before the first message and puts it in front. One at a time; after a failure it may be asked for again. */
  async loadEarlier(): Promise<void> {
    const [first] = this.#state.messages;
    const { status } = this.#state.earlier;
    if (!first || (status !== "available" && status !== "failed")) return;
    const { signal } = this.#gone;
    this.#set({ earlier: { status: "loading" } });
    try {
      const page = await readEarlierMessages(this.#id, first.id, signal);
      // Not when the list was replaced meanwhile: the page belongs in front of that one message.
      if (this.#state.messages[0]?.id !== first.id) return;
      this.#set({
        messages: [...page.messages, ...this.#state.messages],
        earlier: whatIsEarlier(page.hasEarlier),
        versions: { ...this.#state.versions, ...page.versions },
      });
    } catch (error) {
      if (this.#state.messages[0]?.id !== first.id) return;
      this.#set({
        earlier: signal.aborted
          ? { status: "available" }
          : { status: "failed", error: errorView(error) },
      });
    }
  }

  dismissNotice(): void {
    this.#set({ notice: null });
  }

  async #exchange(message: Unsent, settings: ChatSettings): Promise<void> {
    const { id, replaces } = message;
    const body: SendBody = { ...settings, ...(replaces ? { replaces } : {}) };
    await this.#withStream(this.#state.phase, async (stream, signal) => {
      await stream.sendMessage({ id, role: "user", parts: partsOf(message) }, { body });
      await this.#settleSent(stream, signal, () =>
        this.#set({ messages: this.#state.messages.filter((message) => message.id !== id) }),
      );
    });
  }

  /** After the exchange that a message or a wish began. @param takeBack undoes what stands on the screen when it was not taken */
  async #settleSent(
    stream: AnswerStream,
    signal: AbortSignal,
    takeBack: () => void,
  ): Promise<void> {
    if (signal.aborted) return;
    const { status } = this.#state.phase;
    if (status !== "sending" && status !== "asking-again") return this.#settle(stream, signal);
    takeBack();
    const { error } = stream;
    this.#set({ phase: { status: "idle" }, notice: error ? errorView(error) : null });
    if (RequestError.isInstance(error) && error.view.code === "run_alive") await this.refresh();
  }

  /** Puts the message that was sent in the place of another: what came after that one is in its own version. */
  #replace(messageId: string): void {
    const { messages } = this.#state;
    const place = messages.findIndex(({ id }) => id === messageId);
    this.#set({ messages: [...messages.slice(0, place), ...messages.slice(-1)] });
    void this.#readVersions();
  }

  /** Of what is shown now; says nothing when it cannot. */
  async #readVersions(): Promise<void> {
    const { signal } = this.#gone;
    const view = await readChat(this.#id, signal).catch(() => null);
    if (view) this.#set({ versions: { ...this.#state.versions, ...view.versions } });
  }

  /** What may be stopped meanwhile is followed all the same, to see it end. */
  #follow(): Promise<void> {
    return this.#withStream(undefined, async (stream, signal) => {
      await stream.resumeStream();
      await this.#settle(stream, signal);
    });
  }

  /**
   * Acts once there is a stream, unless `phase` is over by then. Says in `notice` when what it needs cannot be fetched.
   *
   * @param phase undefined: whatever it is
   */
  async #withStream(
    phase: ConversationPhase | undefined,
    act: (stream: AnswerStream, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#gone;
    const isOver = () => signal.aborted || (phase !== undefined && this.#state.phase !== phase);
    let stream: AnswerStream;
    try {
      stream = await this.#openStream();
    } catch (error) {
      if (!isOver()) this.#set({ phase: { status: "idle" }, notice: errorView(error) });
      return;
    }
    if (!isOver()) await act(stream, signal);
  }

  async #openStream(): Promise<AnswerStream> {
    const { AnswerStream } = await loadStream();
    this.#stream ??= new AnswerStream({
      id: this.#id,
      shown: {
        read: () => this.#state.messages,
        show: (messages) => this.#set({ messages }),
      },
      wait: this.#wait,
      onAccepted: () => this.#accept?.(),
    });
    return this.#stream;
  }

  /** After a stream: done if the answer says how it ended, else the server is asked what has become of it. */
  async #settle(stream: AnswerStream, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted && !this.#isAnswered(); attempt += 1) {
      try {
        const view = await readChat(this.#id, signal);
        this.#take(view);
        if (!view.live) break;
        if (attempt > 0) await this.#wait(attempt - 1, signal);
        await stream.resumeStream();
      } catch (error) {
        if (!signal.aborted) this.#set({ phase: { status: "idle" }, notice: errorView(error) });
        return;
      }
    }
    if (!signal.aborted) this.#set({ phase: { status: "idle" } });
  }

  /** Takes the server's copy of the newest messages; of those before them, what was loaded stays. */
  #take(view: ChatView): void {
    const { messages, joined } = mergeNewest(this.#state.messages, view);
    this.#set({ messages, versions: { ...this.#state.versions, ...view.versions } });
    if (!joined) this.#set({ earlier: whatIsEarlier(view.hasEarlier) });
  }

  #isAnswered(): boolean {
    const message = this.#state.messages.at(-1);
    return message?.role === "assistant" && message.metadata?.outcome !== undefined;
  }

  #set(change: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
