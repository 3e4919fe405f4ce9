import type { ChatTransport, UIMessageChunk } from "ai";
import type { z } from "zod";
import { answerAgainSchema, type SendMessage, sendSettingsSchema } from "@/lib/shared/api";
import { attachmentsOf } from "@/lib/shared/attachments-of";
import type { ChatMessage } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import { followRun } from "./follow-run";
import { jsonRequest, RequestError, request } from "./request";
import { type Wait, waitToRetry } from "./wait-to-retry";

type SendOptions = Parameters<ChatTransport<ChatMessage>["sendMessages"]>[0];
type ReconnectOptions = Parameters<ChatTransport<ChatMessage>["reconnectToStream"]>[0];

/** What a send says beside the message, as the `body` of the AI SDK's options. */
export type SendBody = z.infer<typeof sendSettingsSchema>;
/** What a wish for another answer says beside the message. */
export type AnswerAgainBody = z.infer<typeof answerAgainSchema>;

/** Where a message, or the wish for another answer to it, goes, and what is sent of it. */
function toRequest({ chatId, messages, body, trigger }: SendOptions): {
  path: string;
  body: SendMessage | AnswerAgainBody;
} {
  const message = messages.at(-1);
  if (message?.role !== "user") throw new TypeError("Only a message of the person can be sent.");
  const path = `/api/chats/${chatId}/messages`;
  switch (trigger) {
    case "submit-message": {
      const attachments = attachmentsOf(message).map(({ id }) => id);
      const said = {
        id: message.id,
        text: textOf(message),
        ...(attachments.length > 0 ? { attachments } : {}),
      };
      return { path, body: { ...sendSettingsSchema.parse(body ?? {}), ...said } };
    }
    case "regenerate-message":
      return { path: `${path}/${message.id}/answers`, body: answerAgainSchema.parse(body) };
  }
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;
type RunSource = { bytes: Bytes; runId: string | null };
type Connection = { signal: AbortSignal; abort: () => void };

function openConnection(outer: AbortSignal | undefined): Connection {
  const controller = new AbortController();
  const signal = outer ? AbortSignal.any([outer, controller.signal]) : controller.signal;
  return { signal, abort: () => controller.abort() };
}

function bodyOf(response: Response): Bytes {
  if (response.body) return response.body;
  throw new RequestError({ code: "empty_answer", message: "The server's answer was empty." });
}

const runIdOf = (response: Response) => response.headers.get("x-run-id");

/** Failures that trying again may cure: no answer, an overloaded or restarting server. */
function isPassing(error: unknown): boolean {
  if (!RequestError.isInstance(error)) return false;
  return error.status === undefined || error.status === 429 || error.status >= 500;
}

/**
 * Carries a chat between this page and the server. Only the newest words of the person are sent; the server's copy of
 * everything else is the truth. Streams survive broken connections (see {@link followRun}).
 */
export class RunTransport implements ChatTransport<ChatMessage> {
  /** `GET …/stream` tells the whole run again, from its `start` chunk. */
  readonly resumeStreamIsReplay = true;
  readonly #onAccepted: () => void;
  readonly #wait: Wait;

  /** `onAccepted` is called when the server has stored the message or the wish, before the answer begins. */
  constructor(options: { onAccepted: () => void; wait?: Wait }) {
    this.#onAccepted = options.onAccepted;
    this.#wait = options.wait ?? waitToRetry;
  }

  /** Sends the last message, or asks for another answer to it. @throws RequestError when the server did not take it. */
  async sendMessages(options: SendOptions): Promise<ReadableStream<UIMessageChunk>> {
    const { path, body } = toRequest(options);
    const connection = openConnection(options.abortSignal);
    const response = await request(path, {
      ...jsonRequest("POST", body),
      signal: connection.signal,
    });
    const bytes = bodyOf(response);
    this.#onAccepted();
    return this.#follow({ bytes, runId: runIdOf(response) }, options.chatId, connection);
  }

  /** The stream of the chat's live run, or null when there is none. @throws RequestError when it may not be read. */
  async reconnectToStream(
    options: ReconnectOptions,
  ): Promise<ReadableStream<UIMessageChunk> | null> {
    const connection = openConnection(options.abortSignal);
    const source = await this.#open(options.chatId, 0, connection.signal);
    return source && this.#follow(source, options.chatId, connection);
  }

  #follow(first: RunSource, chatId: string, connection: Connection) {
    const reopen = async (after: number) => {
      const source = await this.#open(chatId, after, connection.signal);
      // Another run: the one followed here ended while the connection was down.
      return source?.runId === first.runId ? source.bytes : null;
    };
    return followRun(first.bytes, { ...connection, reopen, wait: this.#wait });
  }

  async #open(chatId: string, after: number, signal: AbortSignal): Promise<RunSource | null> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await request(`/api/chats/${chatId}/stream?after=${after}`, { signal });
        if (response.status === 204) return null;
        return { bytes: bodyOf(response), runId: runIdOf(response) };
      } catch (error) {
        if (!isPassing(error)) throw error;
        await this.#wait(attempt, signal);
        signal.throwIfAborted();
      }
    }
  }
}
