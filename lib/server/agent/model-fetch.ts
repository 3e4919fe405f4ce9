import "server-only";
import { joinDeltas } from "./joined-deltas.ts";

/** A body that ends where the connection breaks. */
function endingAtTheBreak(
  body: ReadableStream<Uint8Array>,
  onBreak: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        onBreak(error);
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/**
 * `fetch` whose answers end where the connection breaks instead of failing: a stream that fails throws away what it has read
 * and not yet handed on, and with it words the model has said. The SDK calls an answer without its end interrupted. Deltas come
 * joined.
 */
export function fetchUpToTheBreak(onBreak: (error: unknown) => void): typeof fetch {
  return async (input, init) => {
    // A redirect would take the conversation to a host nobody configured.
    const response = await fetch(input, { ...init, redirect: "manual" });
    if (!response.ok || !response.body) return response;
    const { status, statusText, headers } = response;
    const body = endingAtTheBreak(response.body, onBreak);
    const streamed = headers.get("content-type")?.includes("text/event-stream");
    return new Response(streamed ? joinDeltas(body) : body, { status, statusText, headers });
  };
}
