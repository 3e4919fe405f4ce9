import { expect, test } from "vitest";
import type { SharedDocument, SharedPart } from "@/lib/shared/sharing/document";
import { compareCopies } from "./changes.ts";

const copyOf = (title: string, ...parts: SharedPart[]): SharedDocument => ({
  title,
  copiedOn: "2026-11-23",
  messages: [{ role: "assistant", parts }],
});
const text = (words: string): SharedPart => ({ type: "text", text: words });
const action = (more: object): SharedPart => ({
  type: "action",
  tool: "TOOL",
  toolkit: "bitbucket",
  toolClass: "read",
  outcome: "succeeded",
  ...more,
});

test("tells what readers could not see before, and what they no longer can", () => {
  const before = copyOf("One", text("kept"), action({ card: { a: 1 }, account: "jane" }));
  const after = copyOf("Two", text("kept"), action({ card: { a: 1 }, raw: { b: 2 } }), text("new"));
  expect(compareCopies(before, after)).toEqual({
    added: [
      { kind: "title", text: "Two" },
      { kind: "action", text: "TOOL: succeeded" },
      { kind: "raw", text: '{"b":2}' },
      { kind: "answer", text: "new" },
    ],
    removed: [
      { kind: "title", text: "One" },
      { kind: "action", text: "TOOL: succeeded (jane)" },
    ],
  });
});

test("tells nothing of a copy that says the same on another day", () => {
  const before = copyOf("One", text("kept"));
  expect(compareCopies(before, { ...before, copiedOn: "2026-11-24" })).toEqual({
    added: [],
    removed: [],
  });
});

test("cuts what is long, and notices a difference behind the cut", () => {
  const long = "a".repeat(5_000);
  const { added } = compareCopies(copyOf("One", text(long)), copyOf("One", text(`${long}b`)));
  expect(added).toMatchObject([{ kind: "answer" }]);
  expect(added[0]?.text.length).toBeLessThan(300);
});
