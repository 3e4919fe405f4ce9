import { describe, expect, it } from "vitest";
import { english } from "@/lib/language/english";
import type { ChatMessage } from "@/lib/shared/message";
import { markupOf } from "@/tests/support/markup";
import { retryWords, WorkingLine } from "./working-line";

const until = "2026-11-22T12:00:04.000Z";
const at = (seconds: number) => Date.parse("2026-11-22T12:00:00.000Z") + seconds * 1_000;

function answer(kind: "retrying" | "retried"): ChatMessage {
  const error = { code: "model_rate_limited", message: "The provider is limiting requests" };
  const data = kind === "retried" ? { kind } : { kind, error, attempt: 1, until };
  return { id: "1", role: "assistant", parts: [{ type: "data-notice", id: "n", data }] };
}

describe("retryWords", () => {
  it.each([
    [0, "Trying again in 4 s"],
    [3, "Trying again in 1 s"],
    [3.5, "Trying again in 1 s"],
    [4, "Trying again…"],
    [10, "Trying again…"],
    [-86, "Trying again in 1 min 30 s"],
    [19, undefined],
    [86_400, undefined],
  ])("after %d seconds: %s", (seconds, words) => {
    expect(retryWords(until, at(seconds), english.chat.messages.retry, "en")).toBe(words);
  });

  it("promises nothing about a time it cannot read", () => {
    expect(retryWords("soon", at(0), english.chat.messages.retry, "en")).toBeUndefined();
  });
});

describe("WorkingLine", () => {
  it("says either that it works or what it waits for", () => {
    const waiting = markupOf(<WorkingLine message={answer("retrying")} />);
    expect(waiting).toContain("The provider is limiting requests. ");
    expect(waiting).toContain("Trying again soon");
    expect(waiting).not.toContain("Working");
    for (const message of [answer("retried"), undefined]) {
      const working = markupOf(<WorkingLine message={message} />);
      expect(working).toContain("Working");
      expect(working).not.toContain("Trying");
    }
  });

  it("reads no seconds out", () => {
    const markup = markupOf(<WorkingLine message={answer("retrying")} />);
    expect(markup).toMatch(
      /role="status"[^>]*>The provider is limiting requests\. Trying again soon\.</,
    );
    expect(markup).toMatch(/<p aria-hidden="true"[^>]*>The provider/);
  });
});
