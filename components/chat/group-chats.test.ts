import { describe, expect, it } from "vitest";
import type { ChatSummary } from "@/lib/shared/api";
import { groupChats } from "./group-chats";

const chat = (id: string, updatedAt: string): ChatSummary => ({
  id,
  title: id,
  naming: false,
  updatedAt,
  activity: "idle",
  shared: false,
  shelf: "list",
  project: null,
});

const chats = [
  chat("later", "2026-11-22T23:30:00Z"),
  chat("morning", "2026-11-22T00:30:00Z"),
  chat("evening before", "2026-11-21T23:30:00Z"),
  chat("last week", "2026-11-16T12:00:00Z"),
  chat("three weeks ago", "2026-11-01T12:00:00Z"),
  chat("spring", "2026-04-01T12:00:00Z"),
];
const now = Date.parse("2026-11-22T12:00:00Z");

const names = (zoneOffset: number) =>
  groupChats(chats, now, zoneOffset).map((group) => [
    group.day,
    group.chats.map((member) => member.id),
  ]);

describe("groupChats", () => {
  it("puts chats under the day of the reader, newest group first", () => {
    expect(names(0)).toEqual([
      ["today", ["later", "morning"]],
      ["yesterday", ["evening before"]],
      ["lastWeek", ["last week"]],
      ["lastMonth", ["three weeks ago"]],
      ["older", ["spring"]],
    ]);
  });

  it("begins the day where the reader is", () => {
    const newYork = 300;
    expect(names(newYork)).toContainEqual(["yesterday", ["morning", "evening before"]]);
    const berlin = -60;
    expect(names(berlin)).toContainEqual(["today", ["later", "morning", "evening before"]]);
  });

  it("takes a clock that is ahead for today", () => {
    expect(groupChats([chat("ahead", "2026-11-24T00:00:00Z")], now, 0)[0]?.day).toBe("today");
  });
});
