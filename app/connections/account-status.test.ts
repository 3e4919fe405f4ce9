import { expect, test } from "vitest";
import { english } from "@/lib/language/english";
import { accountStatus, accountsToShow } from "./account-status";

const { status } = english.connections;

const account = (id: string, status: string, toolkit = "bitbucket") => ({
  id,
  toolkit,
  status,
  createdAt: "2026-11-22T12:00:00Z",
  updatedAt: "2026-11-22T12:00:00Z",
});
const shown = (...accounts: ReturnType<typeof account>[]) =>
  accountsToShow(accounts).map(({ id }) => id);

test("tries that came to nothing are not accounts", () => {
  expect(shown(account("a", "INITIATED"), account("b", "FAILED"))).toEqual([]);
});

test("an expired account is shown, also beside one that works: it can be connected again", () => {
  expect(shown(account("a", "EXPIRED"), account("b", "ACTIVE"))).toEqual(["a", "b"]);
  expect(accountStatus("EXPIRED", status)).toMatchObject({ tone: "bad", lost: true });
});

test("what the provider took back, and what nobody knows yet, is shown as it is", () => {
  expect(shown(account("a", "REVOKED"), account("b", "PAUSED"))).toEqual(["a", "b"]);
  expect(accountStatus("PAUSED", status)).toEqual({
    tone: "pending",
    words: "paused",
    lost: false,
  });
});
