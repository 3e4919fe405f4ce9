import { expect, test } from "vitest";
import { runEvents } from "./run-events";

const chat = (id: string, activity: "idle" | "running" | "waiting") => ({
  id,
  title: id,
  activity,
});

test("an answer that ends or waits is told of; one that begins, goes on or had ended before is not", () => {
  const before = [
    chat("ends", "running"),
    chat("waits", "running"),
    chat("begins", "idle"),
    chat("goes-on", "running"),
    chat("answered", "waiting"),
  ];
  const after = [
    chat("ends", "idle"),
    chat("waits", "waiting"),
    chat("begins", "running"),
    chat("goes-on", "running"),
    chat("answered", "running"),
    chat("new-and-waits", "waiting"),
    chat("new-and-done", "idle"),
  ];
  expect(runEvents(before, after)).toEqual([
    { kind: "ended", chatId: "ends", title: "ends" },
    { kind: "waiting", chatId: "waits", title: "waits" },
    { kind: "waiting", chatId: "new-and-waits", title: "new-and-waits" },
  ]);
  expect(runEvents(after, after)).toEqual([]);
});
