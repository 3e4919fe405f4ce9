import "server-only";

/** What a response's body is made of. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of one answer of the router that are read, at most. */
export const answerLimit = 32_000_000;

/** An answer had more bytes than anybody here reads; the rest of it was left at the socket. */
export class AnswerTooLargeError extends Error {
  override name = "AnswerTooLargeError";
}

/** An answer's bytes as they come; they end with an {@link AnswerTooLargeError} where they become too many. */
export function bounded(body: ReadableStream<Bytes>): ReadableStream<Bytes> {
  let count = 0;
  return body.pipeThrough(
    new TransformStream<Bytes, Bytes>({
      transform(bytes, controller) {
        count += bytes.length;
        if (count <= answerLimit) controller.enqueue(bytes);
        else controller.error(new AnswerTooLargeError(`More than ${answerLimit} bytes.`));
      },
    }),
  );
}

/** The response with another body, decoded already. */
export function withBody(
  { status, statusText, headers }: Response,
  body: ReadableStream<Bytes>,
): Response {
  return new Response(body, { status, statusText, headers });
}

/** `fetch` with {@link bounded} answers. A redirect is an answer like any other: followed, it would take the key along. */
export async function boundedFetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "manual" });
  return response.body ? withBody(response, bounded(response.body)) : response;
}
