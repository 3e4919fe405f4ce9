import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { FetchLike } from "@modelcontextprotocol/sdk/shared/transport.js";
import { z } from "zod";
import { retryAfter } from "../http/retry-after.ts";
import { answeredEvents, answeredJson, type RequestId } from "./answered-body.ts";
import { bounded, withBody } from "./bounded-answer.ts";
import { NotARouterError, RouterStatusError } from "./exchange-error.ts";
import { hostedSentence } from "./hosted-error.ts";

/** Milliseconds the connection of an answered request may stay open before it is closed. */
const lingerLimit = 1_000;
/** Milliseconds for what is only told to the server: that a request was cancelled, that a session is over. */
const noticeLimit = 10_000;
/** Characters of an error's body that are read. */
const errorBodyLimit = 16_384;

/** All HTTP requests that one request of the protocol takes; its id is known once it was written. */
type Exchange = { ended: AbortSignal; id: RequestId };
const current = new AsyncLocalStorage<Exchange>();

/**
 * Makes one request of the protocol and leaves nothing of it open: when it has failed, was left or takes longer than the limit,
 * its connection is closed. The SDK alone would go on reading what nobody waits for.
 *
 * @param limit milliseconds, whatever the server sends meanwhile
 */
export async function exchanging<Result>(
  limit: number,
  signal: AbortSignal | undefined,
  request: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const leaving = new AbortController();
  const ended = new AbortController();
  const leave = () => leaving.abort(signal?.reason);
  if (signal?.aborted) leave();
  // Taken off again below: the SDK never lets go of the signal it is given, and a run's signal outlives many calls.
  signal?.addEventListener("abort", leave, { once: true });
  const timer = setTimeout(() => leaving.abort(new Error("The limit has passed.")), limit);
  try {
    const result = await current.run({ ended: ended.signal, id: undefined }, () =>
      request(leaving.signal),
    );
    setTimeout(() => ended.abort(), lingerLimit).unref();
    return result;
  } catch (error) {
    ended.abort();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", leave);
  }
}

const requestSchema = z.object({ id: z.union([z.string(), z.number()]), method: z.string() });

/** The id of the request in a body; undefined for a notification, and where there is no body. */
function requestIdOf(body: unknown): RequestId {
  return typeof body === "string" ? requestSchema.safeParse(JSON.parse(body)).data?.id : undefined;
}

/** What an error's body says, as far as it is short and the hosted service's. */
async function sentenceOf(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > errorBodyLimit) return undefined;
  }
  return hostedSentence(JSON.parse(text));
}

async function answered(response: Response, id: RequestId): Promise<Response> {
  if (!response.ok) {
    const said = await sentenceOf(response.body).catch(() => undefined);
    throw new RouterStatusError(
      response.status,
      said,
      retryAfter(response.headers.get("retry-after")),
    );
  }
  const { body } = response;
  const mediaType = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (body && mediaType === "text/event-stream")
    return withBody(response, answeredEvents(body, id, false));
  if (body && mediaType === "application/json") return withBody(response, answeredJson(body, id));
  await body?.cancel();
  throw new NotARouterError(`The answer is ${mediaType ?? "of no type"}.`);
}

/**
 * The `fetch` of the protocol's transport. It bounds what is read, ends with the exchange it belongs to, and turns every way in
 * which an answer can fail to come into an error of the request that waits for it: the SDK would let most of them wait for the
 * timeout.
 */
export const exchangeFetch: FetchLike = async (url, init) => {
  const exchange = current.getStore();
  const id = requestIdOf(init?.body);
  const isNotice = id === undefined && init?.method !== "GET";
  // That a request was cancelled is told when its exchange has ended already.
  const ended = isNotice ? AbortSignal.timeout(noticeLimit) : exchange?.ended;
  const signal = AbortSignal.any([init?.signal, ended].filter((each) => !!each));
  if (exchange && id !== undefined) exchange.id = id;
  const response = await fetch(url, { ...init, signal });
  if (id !== undefined) return answered(response, id);
  if (!response.body) return response;
  const resumes = exchange && init?.method === "GET" && response.ok;
  return withBody(
    response,
    resumes ? answeredEvents(response.body, exchange.id, true) : bounded(response.body),
  );
};
