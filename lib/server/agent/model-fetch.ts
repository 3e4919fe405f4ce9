import "server-only";
import { joinDeltas } from "./joined-deltas.ts";

/**
 * `fetch` for a model's answers: their deltas come joined, and one whose connection breaks ends there instead of failing, with all
 * the words that were said. The SDK calls an answer without its end interrupted.
 *
 * @param onBreak hears why the connection broke
 */
export function fetchUpToTheBreak(onBreak: (error: unknown) => void): typeof fetch {
  return async (input, init) => {
    // A redirect would take the conversation to a host nobody configured.
    const response = await fetch(input, { ...init, redirect: "manual" });
    const { ok, body, status, statusText, headers } = response;
    if (!ok || !body || headers.get("content-type")?.includes("application/json")) return response;
    return new Response(joinDeltas(body, onBreak), { status, statusText, headers });
  };
}
