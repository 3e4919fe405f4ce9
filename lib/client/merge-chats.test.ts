import { describe, expect, it } from "vitest";
import type { ChatPage, ChatSummary } from "@/lib/shared/api";
import { appendPage, mergeFirstPage } from "./merge-chats";

const chat = (id: string, minute: number): ChatSummary => ({
  id,
  title: id,
  naming: false,
  updatedAt: new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString(),
  activity: "idle",
  shared: false,
  shelf: "list",
  project: null,
});
const page = (nextCursor: string | null, ...chats: ChatSummary[]): ChatPage => ({
  chats,
  nextCursor,
});
const ids = ({ chats }: ChatPage) => chats.map(({ id }) => id);

describe("mergeFirstPage", () => {
  const loaded = page("after d", chat("a", 9), chat("b", 8), chat("c", 7), chat("d", 6));

  it("keeps the older chats that were loaded, and where to go on from there", () => {
    const merged = mergeFirstPage(loaded, page("after a", chat("new", 10), chat("a", 9)));
    expect(ids(merged)).toEqual(["new", "a", "b", "c", "d"]);
    expect(merged.nextCursor).toBe("after d");
  });

  it("moves a chat that was used again, and drops one that is gone from the page", () => {
    const merged = mergeFirstPage(loaded, page("after c", chat("d", 11), chat("c", 7)));
    expect(ids(merged)).toEqual(["d", "c"]);
  });

  it("believes a page that is all there is", () => {
    expect(mergeFirstPage(loaded, page(null, chat("a", 9)))).toEqual(page(null, chat("a", 9)));
  });
});

describe("appendPage", () => {
  it("does not show a chat twice", () => {
    const loaded = page("after b", chat("a", 9), chat("b", 8));
    const appended = appendPage(loaded, page(null, chat("b", 8), chat("c", 7)));
    expect(ids(appended)).toEqual(["a", "b", "c"]);
    expect(appended.nextCursor).toBeNull();
  });
});
