import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeWire } from "@/tests/support/fake-wire";
import { createUser, installForTests } from "@/tests/support/installation";
import { listAccounts } from "./accounts.ts";
import { createAttempt, readAttempt } from "./attempts.ts";
import { openAttempt } from "./open-attempt.ts";
import { returnFromConsent } from "./return-from-consent.ts";

let wire: FakeWire;
beforeAll(async () => {
  wire = await FakeWire.start();
});
installForTests(() => wire.origin);
afterAll(() => wire.close());

const sessionUri = "composio://session/su_1";

/** A person follows a link in a project that holds accounts back until it was told of the browser. */
async function follow() {
  const browser = { userId: await createUser(), sessionId: randomUUID() };
  const attempt = await createAttempt({ userId: browser.userId, toolkit: "bitbucket" });
  await openAttempt(browser, attempt.id, "http://localhost:3000");
  const account = wire.accounts.at(-1);
  if (!account?.callbackUrl) throw new Error("No link was made.");
  const state = new URL(account.callbackUrl).searchParams.get("state") ?? "";
  const told: unknown[] = [];
  const holdBack = (answer: () => Response) =>
    wire.begin({
      router: async (request) => {
        if (!request.url.endsWith("/connected_accounts/complete_auth")) return undefined;
        told.push(await request.json());
        return answer();
      },
    });
  const confirmed = (id: string) =>
    Response.json({ connected_account_id: id, toolkit_slug: "bitbucket" });
  return { browser, attempt, account, state, told, holdBack, confirmed };
}

test("the router is told of the browser that came back, and the account counts then", async () => {
  const { browser, account, state, told, holdBack, confirmed } = await follow();
  holdBack(() => {
    account.status = "ACTIVE";
    return confirmed(account.id);
  });
  await returnFromConsent(browser, state, sessionUri);
  expect(told).toEqual([{ session_uri: sessionUri, user_id: browser.userId }]);
  expect(await listAccounts(browser.userId)).toMatchObject([{ id: account.id, status: "ACTIVE" }]);
});

test("a foreign browser is told of to nobody", async () => {
  const { state, told, holdBack, confirmed, account } = await follow();
  holdBack(() => confirmed(account.id));
  const stranger = { userId: await createUser(), sessionId: randomUUID() };
  expect(await returnFromConsent(stranger, state, sessionUri)).toMatchObject({ kind: "foreign" });
  expect(told).toEqual([]);
});

test("a value that is about another account ends the attempt", async () => {
  const { browser, attempt, account, state, holdBack, confirmed } = await follow();
  account.status = "ACTIVE";
  holdBack(() => confirmed("ca_another"));
  expect(await returnFromConsent(browser, state, sessionUri)).toMatchObject({ kind: "foreign" });
  expect((await readAttempt(browser.userId, attempt.id)).status).toBe("failed");
  expect(await listAccounts(browser.userId)).toEqual([]);
});

test("a value that was used already does no harm", async () => {
  const { browser, account, state, holdBack } = await follow();
  account.status = "ACTIVE";
  holdBack(() => Response.json({ error: { message: "used" } }, { status: 400 }));
  expect(await returnFromConsent(browser, state, sessionUri)).toMatchObject({ kind: "own" });
  expect(await listAccounts(browser.userId)).toMatchObject([{ id: account.id }]);
});
