import { describe, expect, it } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { mergeNewest } from "./merge-messages";

const messages = (...ids: string[]): ChatMessage[] =>
  ids.map((id) => ({ id, role: "user", parts: [] }));
const merge = (loaded: string, newest: string, hasEarlier: boolean) => {
  const merged = mergeNewest(messages(...loaded), { messages: messages(...newest), hasEarlier });
  return [merged.messages.map(({ id }) => id).join(""), merged.joined];
};

describe("mergeNewest", () => {
  it.each([
    ["abcd", "cde", true, "abcde", true],
    ["abcd", "abcd", true, "abcd", true],
    ["abcd", "de", true, "abcde", true],
    ["abcd", "x", true, "x", false],
    ["abcd", "bc", false, "bc", false],
    ["", "ab", true, "ab", false],
    ["ab", "", false, "", false],
  ])("of %j and %j (more before: %s) is %j", (loaded, newest, hasEarlier, merged, joined) => {
    expect(merge(loaded, newest, hasEarlier)).toEqual([merged, joined]);
  });

  it("takes the server's copy of what both have", () => {
    const newer: ChatMessage = { id: "b", role: "user", parts: [{ type: "text", text: "New" }] };
    const page = { messages: [newer], hasEarlier: true };
    expect(mergeNewest(messages("a", "b"), page).messages[1]).toBe(newer);
  });
});
