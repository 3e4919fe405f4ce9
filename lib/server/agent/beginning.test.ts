import { expect, test } from "vitest";
import type { DatedMessage } from "../chats/messages.ts";
import { beginWhereLast, historyLimit } from "./beginning.ts";

/** Messages of a chat in turn, from number `first` on; every answer's prompt began at `from`. */
function messages(first: number, count: number, from?: string): DatedMessage[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const role = number % 2 === 0 ? ("user" as const) : ("assistant" as const);
    const context = { used: 1, limit: 2, leftOut: 4, ...(from ? { from } : {}) };
    const metadata = role === "assistant" ? { context } : {};
    return { id: String(number), role, parts: [], metadata, createdAt: new Date(number) };
  });
}

const firstOf = (read: DatedMessage[]) => beginWhereLast(read).earlier[0]?.id;

test("a short chat is seen from its beginning", () => {
  expect(beginWhereLast(messages(0, 5))).toMatchObject({ leftOut: 0 });
  expect(firstOf(messages(0, 5))).toBe("0");
});

test("a prompt begins where the one before it did, and remembers what had not fitted", () => {
  expect(firstOf(messages(20, historyLimit, "30"))).toBe("30");
  expect(beginWhereLast(messages(20, historyLimit, "30")).leftOut).toBe(4);
});

test("one that began too far back begins anew, and stays there for many turns", () => {
  let from = "0";
  const beginnings = new Set<string>();
  for (let turn = 0; turn < 200; turn += 1) {
    const end = 2 * turn + 1;
    const first = Math.max(0, end - historyLimit);
    const begun = beginWhereLast(messages(first, end - first, from)).earlier;
    from = begun[0]?.id ?? "";
    beginnings.add(from);
    expect(begun[0]?.role).toBe("user");
    expect(begun.length).toBeGreaterThanOrEqual(Math.min(end, historyLimit / 2 - 1));
  }
  expect(beginnings.size).toBe(9);
});

test("a beginning that is not in this version counts as none", () => {
  expect(firstOf(messages(0, 5, "elsewhere"))).toBe("0");
});
