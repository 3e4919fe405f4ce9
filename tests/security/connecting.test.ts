import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/server/database/connection";
import { connectionAttempt } from "@/lib/server/database/schema";
import { accountsAtRouter, listAccounts } from "@/lib/server/router/connections/accounts";
import type { Browser } from "@/lib/server/router/connections/browser";
import { checkAllLinks } from "@/lib/server/router/connections/check-links";
import { updateAttempt } from "@/lib/server/router/connections/update-attempt";
import { configure, installForTests } from "@/tests/support/installation";
import {
  Attempt,
  act,
  actUnguarded,
  type ConnectRouter,
  comeBack,
  consent,
  newBrowser,
  routerKey,
  startConnectRouter,
} from "./connecting.support";
import { reportRow } from "./report";

const directory = mkdtempSync(join(tmpdir(), "branchline-connecting-"));
let router: ConnectRouter;
beforeAll(async () => {
  router = await startConnectRouter(directory);
  return router.close;
});
installForTests(() => "http://127.0.0.1:9");
beforeAll(() => configure({ COMPOSIO_BASE_URL: router.address, COMPOSIO_API_KEY: routerKey }));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let cases = 0;
let gotThrough = 0;
afterAll(() => reportRow({ row: 6, title: "Connecting", cases, gotThrough }));

/** What the agent does between the steps of an attack, and whether its person has an account already. */
const situations = [
  { name: "nothing else goes on", acts: false, owns: false },
  { name: "the agent works meanwhile", acts: true, owns: false },
  { name: "the agent works meanwhile with an account of its person's", acts: true, owns: true },
];

type Scene = {
  attempt: Attempt;
  starter: Browser;
  stranger: Browser;
  /** A moment passes: the agent works, the accounts are looked at. */
  pass: () => Promise<void>;
};

/** Connects as the person who started does: the same browser, from the first step to the last. */
async function connectOwn(starter: Browser): Promise<void> {
  const own = await Attempt.begin(starter);
  await comeBack(starter, await consent(await own.open(), "jane-acme"));
  expect(await own.state()).toEqual({ status: "connected", account: "jane-acme" });
}

type Attack = (scene: Scene) => Promise<void>;

/** Each ends with nothing connected by it. */
const attacks: [name: string, attack: Attack][] = [
  [
    "a stranger consents and nobody comes back",
    async ({ attempt, pass }) => {
      await consent(await attempt.open(), "sam-acme");
      await pass();
    },
  ],
  [
    "a stranger consents and comes back, signed in",
    async ({ attempt, stranger, pass }) => {
      const callback = await consent(await attempt.open(), "sam-acme");
      await pass();
      await comeBack(stranger, callback);
    },
  ],
  [
    "a stranger consents and comes back at once",
    async ({ attempt, stranger }) => {
      await comeBack(stranger, await consent(await attempt.open(), "sam-acme"));
    },
  ],
  [
    "a stranger consents and comes back, not signed in",
    async ({ attempt }) => {
      await comeBack(null, await consent(await attempt.open(), "sam-acme"));
    },
  ],
  [
    "the same person comes back in another browser",
    async ({ attempt, starter }) => {
      const callback = await consent(await attempt.open(), "sam-acme");
      await comeBack(await newBrowser(starter.userId), callback);
    },
  ],
  [
    "the starter comes back with the stranger's value after the stranger did",
    async ({ attempt, starter, stranger }) => {
      const callback = await consent(await attempt.open(), "sam-acme");
      await comeBack(stranger, callback);
      await comeBack(starter, callback);
    },
  ],
  [
    "the starter asks again and again whether it is done",
    async ({ attempt, starter, pass }) => {
      await consent(await attempt.open(), "sam-acme");
      for (let times = 0; times < 5; times += 1)
        await updateAttempt(starter.userId, attempt.id, { action: "check" });
      await pass();
    },
  ],
  [
    "values that are almost right",
    async ({ attempt, starter }) => {
      const callback = new URL(await consent(await attempt.open(), "sam-acme"));
      const right = callback.searchParams.get("state") ?? "";
      const flipped = (right.startsWith("A") ? "B" : "A") + right.slice(1);
      const wrong = [flipped, right.slice(0, -1), `${right}=`, right.toUpperCase(), ` ${right}`];
      for (const value of [...wrong, "", "\0", "x".repeat(10_000), attempt.id]) {
        callback.searchParams.set("state", value);
        expect(await comeBack(starter, callback.href)).toEqual({ kind: "unknown" });
      }
    },
  ],
  [
    "the starter comes to the address of a stranger's attempt",
    async ({ starter, stranger }) => {
      const other = await Attempt.begin(stranger);
      const callback = await consent(await other.open(), "sam-acme");
      expect(await comeBack(starter, callback)).toEqual({ kind: "foreign", samePerson: false });
      expect(await other.state()).toMatchObject({ status: "failed" });
    },
  ],
  [
    "a stranger opens the starter's attempt",
    async ({ attempt, stranger }) => {
      const absent = { code: "not_found" };
      await expect(attempt.open(stranger)).rejects.toMatchObject(absent);
      for (const action of ["check", "decline", "renew"] as const)
        await expect(updateAttempt(stranger.userId, attempt.id, { action })).rejects.toMatchObject(
          absent,
        );
    },
  ],
  [
    "the link is too old when the stranger follows it",
    async ({ attempt }) => {
      const link = await attempt.open();
      router.advance(10 * 60_000);
      expect(await consent(link, "sam-acme")).toBe("");
    },
  ],
  [
    "the stranger says no, the starter comes back",
    async ({ attempt, starter }) => {
      await comeBack(starter, await consent(await attempt.open(), "sam-acme", "deny"));
      expect(await attempt.state()).toMatchObject({ status: "failed" });
    },
  ],
  [
    "one link is followed by two",
    async ({ attempt, pass }) => {
      const link = await attempt.open();
      const answers = await Promise.all([consent(link, "sam-acme"), consent(link, "jane-acme")]);
      expect(answers.filter((address) => address === "")).toHaveLength(1);
      await pass();
    },
  ],
  [
    "the starter says “Not now” and the stranger consents after that",
    async ({ attempt, starter }) => {
      const link = await attempt.open();
      await updateAttempt(starter.userId, attempt.id, { action: "decline" });
      expect(await consent(link, "sam-acme")).toBe("");
    },
  ],
  [
    "the starter says “Not now” while the router is away, and the stranger consents after that",
    async ({ attempt, starter, pass }) => {
      const link = await attempt.open();
      router.refuse(({ method }) => method === "DELETE");
      await updateAttempt(starter.userId, attempt.id, { action: "decline" });
      await consent(link, "sam-acme");
      await pass();
      router.refuse();
    },
  ],
  [
    "the starter deletes the chat and the stranger consents after that",
    async ({ attempt, pass }) => {
      const link = await attempt.open();
      const row = eq(connectionAttempt.id, attempt.id);
      await (await database()).delete(connectionAttempt).where(row);
      await consent(link, "sam-acme");
      await pass();
    },
  ],
  [
    "the starter signs in anew before coming back",
    async ({ attempt, starter }) => {
      const callback = await consent(await attempt.open(), "sam-acme");
      await comeBack({ ...starter, sessionId: crypto.randomUUID() }, callback);
    },
  ],
  [
    "the stranger consents while a call of the agent's is on its way",
    async ({ attempt, pass }) => {
      const link = await attempt.open();
      router.onNextCall(() => consent(link, "sam-acme"));
      await pass();
    },
  ],
  [
    "the account cannot be deleted when the stranger comes back",
    async ({ attempt, stranger, pass }) => {
      const callback = await consent(await attempt.open(), "sam-acme");
      router.refuse(({ method }) => method === "DELETE");
      await comeBack(stranger, callback);
      await pass();
      await updateAttempt(attempt.starter.userId, attempt.id, { action: "renew" });
      await attempt.open();
      await pass();
      router.refuse();
    },
  ],
];

const usernames = async ({ userId }: Browser) =>
  (await accountsAtRouter(userId))
    .filter(({ status }) => status === "ACTIVE")
    .map(({ account }) => account);

describe.each(situations)("while $name", ({ acts, owns }) => {
  test.each(attacks)("%s", async (_name, attack) => {
    cases += 1;
    const starter = await newBrowser();
    if (owns) await connectOwn(starter);
    const attempt = await Attempt.begin(starter);
    const before = router.executed.length;
    const pass = async () => {
      if (acts) expect(await act(starter)).toBe(owns ? "succeeded" : "not-connected");
      await checkAllLinks();
      if (acts) expect(await act(starter)).toBe(owns ? "succeeded" : "not-connected");
    };
    try {
      await attack({ attempt, starter, stranger: await newBrowser(), pass });
      await pass();
      await attempt.passGrace();
      await checkAllLinks();
      await pass();
    } finally {
      router.refuse();
      router.onNextCall(async () => {});
    }
    const own = owns ? ["jane-acme"] : [];
    const used = new Set(router.executed.slice(before));
    const through =
      used.has("sam-acme") ||
      (await usernames(starter)).join() !== own.join() ||
      (await listAccounts(starter.userId)).some(({ account }) => account === "sam-acme");
    if (through) gotThrough += 1;
    expect(await usernames(starter)).toEqual(own);
    expect([...used]).toEqual(acts && owns ? ["jane-acme"] : []);
  });
});

describe("the person who started", () => {
  test("is connected, in the browser it was started in, and nobody else after that", async () => {
    const starter = await newBrowser();
    const attempt = await Attempt.begin(starter);
    const callback = await consent(await attempt.open(), "jane-acme");
    await comeBack(starter, callback);
    const connected = { status: "connected", account: "jane-acme" };
    for (const browser of [await newBrowser(), null, await newBrowser(starter.userId)]) {
      cases += 1;
      expect(await comeBack(browser, callback)).toEqual({ kind: "unknown" });
    }
    expect(await comeBack(starter, callback)).toMatchObject({ attempt: { state: connected } });
    expect(await usernames(starter)).toEqual(["jane-acme"]);
    expect(await act(starter)).toBe("succeeded");
    expect(router.executed.at(-1)).toBe("jane-acme");
  });

  test.each(["before", "after"])(
    "is connected by one of two tabs, and a stranger who took the other's link %s it is not",
    async (moment) => {
      cases += 1;
      const starter = await newBrowser();
      const attempt = await Attempt.begin(starter);
      const [taken, kept] = [await attempt.open(), await attempt.open()];
      if (moment === "before") await consent(taken, "sam-acme");
      await comeBack(starter, await consent(kept, "jane-acme"));
      if (moment === "after") expect(await consent(taken, "sam-acme")).toBe("");
      await checkAllLinks();
      expect(await attempt.state()).toEqual({ status: "connected", account: "jane-acme" });
      expect(await usernames(starter)).toEqual(["jane-acme"]);
      expect(await act(starter)).toBe("succeeded");
      expect(router.executed.at(-1)).toBe("jane-acme");
    },
  );

  test("may finish in either of two tabs", async () => {
    const starter = await newBrowser();
    const attempt = await Attempt.begin(starter);
    const [first] = [await attempt.open(), await attempt.open()];
    await comeBack(starter, await consent(first, "jane-acme"));
    expect(await attempt.state()).toMatchObject({ status: "connected" });
  });

  test("has a minute to come back after allowing it", async () => {
    const starter = await newBrowser();
    const attempt = await Attempt.begin(starter);
    const callback = await consent(await attempt.open(), "jane-acme");
    await checkAllLinks();
    expect(await attempt.state()).toMatchObject({ status: "waiting" });
    expect(await listAccounts(starter.userId)).toEqual([]);
    await comeBack(starter, callback);
    expect(await attempt.state()).toMatchObject({ status: "connected" });
  });

  test("uses the account connected last once nothing is open any more", async () => {
    const starter = await newBrowser();
    await connectOwn(starter);
    const second = await Attempt.begin(starter);
    const link = await second.open();
    expect(await act(starter)).toBe("succeeded");
    router.advance(1_000);
    await comeBack(starter, await consent(link, "sam-acme"));
    expect(await second.state()).toEqual({ status: "connected", account: "sam-acme" });
    expect(await act(starter)).toBe("succeeded");
    expect(router.executed.at(-1)).toBe("sam-acme");
  });
});

describe.concurrent("a browser that comes before anybody consented", () => {
  test("has used the link up", async () => {
    cases += 1;
    const starter = await newBrowser();
    const attempt = await Attempt.begin(starter);
    const link = await attempt.open();
    await comeBack(starter, await router.callbackOf(link));
    expect(await attempt.state()).toMatchObject({ status: "failed" });
    expect(await consent(link, "sam-acme")).toBe("");
    expect(await usernames(starter)).toEqual([]);
  });

  test("is not taken for the one that did consent, when that one comes", async () => {
    cases += 1;
    const starter = await newBrowser();
    const attempt = await Attempt.begin(starter);
    const link = await attempt.open();
    const early = comeBack(starter, await router.callbackOf(link));
    const callback = await consent(link, "sam-acme");
    await comeBack(await newBrowser(), callback);
    await early;
    expect(await attempt.state()).toMatchObject({ status: "failed" });
    expect(await usernames(starter)).toEqual([]);
  });
});

test("the router by itself would have used the stranger's account: what is held back is real", async () => {
  const starter = await newBrowser();
  const attempt = await Attempt.begin(starter);
  await consent(await attempt.open(), "sam-acme");
  await actUnguarded(starter);
  expect(router.executed.at(-1)).toBe("sam-acme");
});
