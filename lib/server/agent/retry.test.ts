import { APICallError } from "ai";
import { describe, expect, test } from "vitest";
import { BranchlineError, type ErrorCode } from "../errors.ts";
import { quote } from "../say.ts";
import { afterFailure, waitAskedFor } from "./retry.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const failed = (code: ErrorCode, responseHeaders?: Record<string, string>) =>
  new BranchlineError(code, quote("No."), {
    cause: new APICallError({
      message: "No.",
      url: "https://model.example",
      requestBodyValues: {},
      ...(responseHeaders ? { responseHeaders } : {}),
    }),
  });
const consequence = (error: BranchlineError, failures = 1, random = 0.5) =>
  afterFailure(error, { failures, delay: 800, random, now });

describe("what a provider asks for", () => {
  test.each([
    [{ "retry-after-ms": "1500" }, 1_500],
    [{ "retry-after-ms": "1500", "retry-after": "9" }, 1_500],
    [{ "retry-after-ms": "soon", "retry-after": "9" }, 9_000],
    [{ "retry-after": "9" }, 9_000],
    [{ "retry-after": "0.25" }, 250],
    [{ "retry-after": "Mon, 23 Nov 2026 12:00:07 GMT" }, 7_000],
    [{ "retry-after": "Mon, 23 Nov 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "-3" }, 0],
    [{ "retry-after": "later" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])("by %j is %j ms", (headers, expected) => {
    expect(waitAskedFor(headers, now)).toBe(expected);
  });
});

describe("the wait", () => {
  test.each([
    [1, 400],
    [2, 800],
    [3, 1_600],
  ])("after failure %i is anywhere up to twice %i ms", (failures, middle) => {
    const error = failed("model_unavailable");
    expect(consequence(error, failures)).toEqual({ kind: "again", wait: middle });
    expect(consequence(error, failures, 0)).toEqual({ kind: "again", wait: 0 });
  });

  test("without a word of the provider takes less than six seconds in all", () => {
    const waits = [1, 2, 3].map((failures) => consequence(failed("model_busy"), failures, 0.999));
    const total = waits.reduce((sum, next) => sum + (next.kind === "again" ? next.wait : 0), 0);
    expect(total).toBeLessThan(6_000);
  });

  test("is never shorter than asked for, and not the same for all", () => {
    const error = failed("model_busy", { "retry-after": "2" });
    expect(consequence(error, 1, 0)).toEqual({ kind: "again", wait: 2_000 });
    expect(consequence(error, 3, 0.5)).toEqual({ kind: "again", wait: 2_400 });
  });
});

describe("an end", () => {
  test("comes with the fourth failure", () => {
    const error = failed("model_unreachable");
    expect(consequence(error, 4)).toEqual({ kind: "fail", error });
  });

  test.each<ErrorCode>([
    "model_refused_key",
    "model_failed",
    "model_quota_used_up",
    "model_stalled",
    "model_interrupted",
    "model_withheld",
    "context_too_long",
  ])("comes at once with %s", (code) => {
    expect(consequence(failed(code))).toMatchObject({ kind: "fail", error: { code } });
  });

  test.each([
    ["61", "Try again in 61 seconds."],
    ["3600", "Try again in about 60 minutes, after 13:00 UTC on 2026-11-23."],
    ["86400", "Try again after 12:00 UTC on 2026-11-24."],
    ["9e99", "Try again after 12:00 UTC on 2126-11-24."],
  ])("comes at once when %s s are asked for, and says when to come back", (seconds, hint) => {
    const error = failed("model_busy", { "retry-after": seconds });
    expect(consequence(error)).toMatchObject({ kind: "fail", error: { code: "model_busy", hint } });
  });

  test("after a wait that is asked for once more says how long", () => {
    const error = failed("model_busy", { "retry-after": "20" });
    expect(consequence(error, 4)).toMatchObject({ error: { hint: "Try again in 20 seconds." } });
  });
});
