import { describe, expect, it } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { fullerMessages } from "./fuller-messages";

const message = (id: string, ...texts: string[]): ChatMessage => ({
  id,
  role: "assistant",
  parts: texts.map((text) => ({ type: "text", text })),
});

describe("fullerMessages", () => {
  const question: ChatMessage = { id: "q", role: "user", parts: [{ type: "text", text: "?" }] };
  const shown = [question, message("a", "One", "Two")];

  it("keeps what is shown until the replay has caught up", () => {
    expect(fullerMessages(shown, [question, message("a")])).toBe(shown);
    expect(fullerMessages(shown, [question, message("a", "One", "Tw")])).toBe(shown);
    const level = [question, message("a", "One", "Two")];
    expect(fullerMessages(shown, level)).toBe(level);
  });

  it("does not take hidden parts for progress", () => {
    const replayed = message("a", "One");
    replayed.parts.unshift({ type: "step-start" }, { type: "step-start" }, { type: "step-start" });
    expect(fullerMessages(shown, [question, replayed])).toBe(shown);
  });

  it("follows at once when another message is written", () => {
    const next = [...shown, message("b")];
    expect(fullerMessages(shown, next)).toBe(next);
    expect(fullerMessages([], next)).toBe(next);
  });
});
