import { expect, test } from "vitest";
import { runEvents } from "./run-events";

const chat = (id: string, activity: "idle" | "running" | "waiting") => ({
  id,
  title: id,
  activity,
});

test("an answer that ends or waits is told of; one that begins, goes on or is new to the list is not", () => {
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
    chat("new", "waiting"),
  ];
  expect(runEvents(before, after)).toEqual([
    { kind: "ended", chatId: "ends", title: "ends" },
    { kind: "waiting", chatId: "waits", title: "waits" },
  ]);
  expect(runEvents(after, after)).toEqual([]);
});
