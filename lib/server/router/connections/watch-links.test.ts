import { expect, test } from "vitest";
import type { LinkRow } from "./links.ts";
import { LinkWatch } from "./watch-links.ts";

const link = (change: Partial<LinkRow> = {}): LinkRow => ({
  accountId: "ca_1",
  userId: "u",
  toolkit: "bitbucket",
  attemptId: null,
  sessionId: "s",
  callbackHash: "h",
  status: "open",
  expiresAt: new Date(0),
  activeSince: null,
  createdAt: new Date(0),
  ...change,
});

/** The seconds at which somebody who looks every second is let through. */
function looks(watch: LinkWatch, rows: LinkRow[], seconds: number, from = 0): number[] {
  const due: number[] = [];
  for (let second = from; second < from + seconds; second += 1)
    if (watch.isDue("u", rows, second * 1_000)) due.push(second);
  return due;
}

test("is less and less often, down to twice a minute", () => {
  expect(looks(new LinkWatch(), [link()], 140)).toEqual([0, 3, 9, 21, 45, 75, 105, 135]);
});

test("begins anew when something happened to a link", () => {
  const watch = new LinkWatch();
  looks(watch, [link()], 60);
  expect(looks(watch, [link({ activeSince: new Date(5) })], 10, 60)).toEqual([60, 63, 69]);
  expect(looks(watch, [link(), link({ accountId: "ca_2" })], 4, 70)).toEqual([70, 73]);
});

test("forgets who has no links any more", () => {
  const watch = new LinkWatch();
  looks(watch, [link()], 60);
  watch.forgetOthers(60_000 + 120_000);
  expect(looks(watch, [link()], 4, 180)).toEqual([180, 183]);
});
