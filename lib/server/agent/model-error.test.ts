import { APICallError, StreamProviderError } from "ai";
import { expect, test } from "vitest";
import { BranchlineError } from "../errors.ts";
import { quote } from "../say.ts";
import { modelError } from "./model-error.ts";

const request = { url: "https://model.example", requestBodyValues: {} };
const answered = (statusCode: number, error: object = {}) =>
  new APICallError({ ...request, message: "No.", statusCode, data: { error }, ...error });
const streamed = (fields: { code?: string; statusCode?: number; message?: string }) =>
  new StreamProviderError({ message: "No.", ...fields });

test.each<[string, unknown, string]>([
  ["a refused key", answered(401), "model_refused_key"],
  ["a forbidden key", answered(403), "model_refused_key"],
  ["an unknown model", answered(404), "model_failed"],
  ["a bad request", answered(400), "model_failed"],
  ["a limit", answered(429), "model_busy"],
  ["a quota", answered(429, { code: "insufficient_quota" }), "model_quota_used_up"],
  ["a quota by type", answered(429, { type: "insufficient_quota" }), "model_quota_used_up"],
  ["a failing server", answered(500), "model_unavailable"],
  ["an overloaded server", answered(529), "model_unavailable"],
  ["a timeout", answered(408), "model_unavailable"],
  ["a long context", answered(400, { code: "context_length_exceeded" }), "context_too_long"],
  [
    "a long context in words",
    answered(400, { message: "This model's maximum context length is 8192 tokens." }),
    "context_too_long",
  ],
  [
    "words about context beside a failing server",
    answered(500, { message: "context window" }),
    "model_unavailable",
  ],
  ["a filter", answered(400, { code: "content_filter" }), "model_withheld"],
  ["an empty body", answered(200), "model_unreadable"],
  [
    "no connection",
    new APICallError({ ...request, message: "x", isRetryable: true }),
    "model_unreachable",
  ],
  [
    "another protocol",
    new APICallError({ ...request, message: "x", isRetryable: false }),
    "model_unreadable",
  ],
  ["a limit in a stream", streamed({ code: "rate_limit_exceeded", statusCode: 429 }), "model_busy"],
  [
    "a failure in a stream",
    streamed({ code: "server_error", statusCode: 500 }),
    "model_unavailable",
  ],
  ["a long context in a stream", streamed({ code: "context_length_exceeded" }), "context_too_long"],
  ["an event out of place", "text part msg_1 not found", "model_unreadable"],
  ["anything else", new Error("x"), "model_failed"],
])("%s is told by its cause", (_name, error, code) => {
  const known = modelError(error);
  expect(known.code).toBe(code);
  expect(known.view().hint).toBeTruthy();
  expect(known.message).not.toContain("No.");
});

test("our own errors stay what they are", () => {
  const own = new BranchlineError("model_stalled", quote("Silent."));
  expect(modelError(own)).toBe(own);
});
