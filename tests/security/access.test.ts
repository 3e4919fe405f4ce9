import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  ask,
  brokenOf,
  comparable,
  formsOf,
  isPage,
  leaks,
  listed,
  turnedAway,
} from "./access.requests";
import { absentIds, type Entry, entries, type Ids } from "./access.routes";
import { reportRow } from "./report";
import { builtDetours, builtRoutes, builtServerActions, methodsOf } from "./support/build";
import { type OccupiedServer, startOccupiedServer } from "./support/occupied-server";
import { differences, type Rows } from "./support/rows";
import { signUp, Visitor } from "./visitor";

let stage: OccupiedServer;
/** Signed in as somebody else. */
let other: Visitor;
/** Has the session's cookie of an account that was deleted since. */
let former: Visitor;

let cases = 0;
const through: string[] = [];
/** Counts a request; whatever is wrong with its answer got through. */
function judge(what: string, wrong: readonly string[]): void {
  cases += 1;
  through.push(...wrong.map((reason) => `${what}: ${reason}`));
}

beforeAll(async () => {
  stage = await startOccupiedServer();
  other = await stage.signIn(stage.other);
  const leaving = new Visitor(stage.server.origin);
  const { password } = await signUp(leaving);
  former = leaving.copy();
  const gone = await leaving.send("DELETE", "/api/account", { password });
  expect(gone.status).toBe(200);
  expect(gone.headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
});
afterAll(async () => {
  reportRow({ row: 5, title: "Somebody else's things", cases, gotThrough: through.length });
  await stage.close();
});

describe("the table of requests", () => {
  test("has every page, and every method of every route, that the build has", async () => {
    const built = builtRoutes().map(async ({ kind, address }) => {
      if (kind === "page") return [`GET ${address}`];
      const path = address.replaceAll(/\[[^\]]+\]/g, "x");
      const methods = await methodsOf(stage.server.origin, path);
      return methods.map((method) => `${method} ${address}`);
    });
    const found = (await Promise.all(built)).flat().sort();
    expect(found).toEqual(Object.keys(entries).sort());
  });

  test("need have nothing else: no server action, no address that stands for another", () => {
    expect(builtServerActions()).toEqual([]);
    expect(builtDetours()).toEqual([]);
  });
});

describe("nobody, the viewer of a share, and somebody whose account is gone", () => {
  const visitors: [string, () => Visitor][] = [
    ["nobody", () => new Visitor(stage.server.origin)],
    [
      "the viewer of a share",
      () =>
        new Visitor(stage.server.origin, {
          referer: `${stage.server.origin}/share/${stage.owner.token}`,
          authorization: `Bearer ${stage.owner.token}`,
        }),
    ],
    ["somebody gone", () => former],
  ];

  test.each(visitors)("%s", async (name, visitor) => {
    const token = stage.owner.token;
    const byToken = Object.fromEntries(Object.keys(absentIds()).map((id) => [id, token])) as Ids;
    for (const row of listed) {
      const [key, entry] = row;
      const named = entry.ids.length > 0 ? [stage.owner, byToken] : [stage.owner];
      for (const ids of named)
        for (const form of formsOf(entry)) {
          const answer = await ask(visitor(), row, ids, form);
          const wrong = [...leaks(answer, entry, stage.owner), ...brokenOf(answer, entry)];
          if (entry.access === "private" && !turnedAway(answer, entry))
            wrong.push(`it was let in: ${answer.status} ${answer.headers.get("location")}`);
          judge(`${name}, ${key}`, wrong);
        }
    }
  });
});

describe("somebody else who is signed in", () => {
  test("is answered the same, to the letter, whether it is absent or the owner's", async () => {
    for (const row of listed) {
      const [key, entry] = row;
      if (key.endsWith("/sign-out")) continue;
      for (const form of formsOf(entry)) {
        const foreign = await ask(other, row, stage.owner, form);
        const wrong = [...leaks(foreign, entry, stage.owner), ...brokenOf(foreign, entry)];
        if (entry.access === "private" && entry.ids.length > 0) {
          const absentees = absentIds();
          const expected = entry.incomparable ? null : await ask(other, row, absentees, form);
          const same = expected
            ? comparable(expected, absentees) === comparable(foreign, stage.owner)
            : foreign.status === 404;
          if (!same) wrong.push(`${foreign.status}, and something absent ${expected?.status}`);
        }
        judge(`another, ${key}`, wrong);
      }
    }
  });

  test("gets nowhere with their own in front of the owner's, or the owner's in front of their own", async () => {
    for (const row of listed.filter(([, { ids }]) => ids.length > 1)) {
      const [key, entry] = row;
      for (const base of [stage.other, absentIds()])
        for (const borrowed of entry.ids) {
          const answer = await ask(other, row, { ...base, [borrowed]: stage.owner[borrowed] });
          const wrong = [...leaks(answer, entry, stage.owner), ...brokenOf(answer, entry)];
          if (answer.status < 400) wrong.push(`it was let in: ${answer.status}`);
          judge(`another with the owner's ${borrowed}, ${key}`, wrong);
        }
    }
  });

  test("is nobody else by saying so", async () => {
    const { userId } = stage.owner;
    const headers = { "x-user-id": userId, "x-forwarded-user": userId, "x-auth-user": userId };
    for (const row of listed) {
      const [key, entry] = row;
      if (key.endsWith("/sign-out")) continue;
      const claims = { userId, user_id: userId, ownerId: userId };
      const answer = await ask(other, row, stage.owner, {
        headers,
        query: new URLSearchParams(claims).toString(),
        ...(entry.body ? { body: claims } : {}),
      });
      const wrong = [...leaks(answer, entry, stage.owner), ...brokenOf(answer, entry)];
      if (entry.body && answer.status < 400) wrong.push(`it was taken: ${answer.status}`);
      judge(`another who says to be the owner, ${key}`, wrong);
    }
  });

  test("calls no function of the server by way of a page", async () => {
    for (const [key, entry] of listed.filter(([, entry]) => isPage(entry))) {
      for (const body of ["[]", JSON.stringify([stage.owner.chat])]) {
        const response = await other.copy().fetch(entry.path(stage.owner), {
          method: "POST",
          headers: { "next-action": "40".repeat(21), "content-type": "text/plain" },
          body,
        });
        const answer = { status: response.status, headers: response.headers, text: "" };
        judge(
          `an action, ${key}`,
          leaks({ ...answer, text: await response.text() }, entry, stage.owner),
        );
      }
    }
  });

  test("ends only their own sessions", async () => {
    const row: [string, Entry] = ["POST /api/auth/sign-out", { ...signOut() }];
    const owner = await stage.signIn(stage.owner);
    const answer = await ask(other, row, stage.owner, {
      headers: { "x-user-id": stage.owner.userId },
    });
    expect(answer.status).toBe(204);
    judge("sign-out", (await owner.isSignedIn()) ? [] : ["the owner was signed out"]);
    expect(await other.isSignedIn()).toBe(false);
  });
});

function signOut(): Entry {
  const entry = entries["POST /api/auth/sign-out"];
  if (!entry) throw new Error("There is no way to sign out.");
  return entry;
}

/** A copy counts who opened it, and of a person it is kept when they were here, as it should. */
const uncounted = (rows: Rows): Rows =>
  new Map(
    [...rows].map(([table, has]) => [
      table,
      has.map((row) =>
        row
          .replace(/"views":\d+/, '"views":0')
          .replace(/"last_seen_at":(null|"[^"]*")/, '"last_seen_at":null'),
      ),
    ]),
  );

const rowSchema = z.looseObject({ id: z.string().optional(), user_id: z.string().optional() });

describe("after all that", () => {
  /** What a row may have to do with who asked; nothing else may have changed. */
  function isTheirs(change: string): boolean {
    const [table = ""] = change.split(" ");
    const row = rowSchema.parse(JSON.parse(change.slice(table.length + 1)));
    const mine = row.user_id === stage.other.userId;
    switch (table) {
      // Every request is counted.
      case "rate_limit":
        return true;
      // They signed in and out; and the owner once, to see whether somebody else's sign-out ends that.
      case "user_session":
        return mine || row.user_id === stage.owner.userId;
      // They ended all of theirs.
      case "share":
        return mine;
      // They brought one in, and its title can be found; and they made a project.
      case "chat":
      case "search_entry":
      case "project":
        return mine;
      // Asked for without anybody's id, as everybody may.
      case "connection_attempt":
        return mine;
      // An account was deleted, to have its cookie.
      case "departed_user":
        return row.id !== stage.owner.userId && row.id !== stage.other.userId;
      default:
        return false;
    }
  }

  test("not one row of the owner's has changed, and none of anybody's that was not asked for", async () => {
    const after = await stage.stopAndRead();
    const { gone, made } = differences(uncounted(stage.before), uncounted(after));
    const changed = [
      ...gone.filter((row) => !isTheirs(row) || row.includes(stage.owner.userId)),
      ...made.filter((row) => !isTheirs(row)),
    ];
    judge("the database", changed);
    expect([...after.keys()]).toEqual([...stage.before.keys()]);
    expect(through).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(150);
  });

  test("the owner is let through by the very same requests", async () => {
    await stage.server.restart();
    const owner = await stage.signIn(stage.owner);
    const refused: string[] = [];
    const blank: string[] = [];
    for (const row of listed) {
      const [key, entry] = row;
      if (entry.withoutControl) continue;
      for (const form of formsOf(entry)) {
        const answer = await ask(owner, row, stage.owner, form);
        if (answer.status >= 400)
          refused.push(`${key}: ${answer.status} ${answer.text.slice(0, 200)}`);
        const shows = leaks(answer, { ...entry, access: "private" }, stage.owner).length > 0;
        if (key.startsWith("GET ") && entry.access !== "everybody" && !shows) blank.push(key);
      }
    }
    expect(refused).toEqual([]);
    expect(new Set(blank)).toEqual(
      new Set([
        // These show nothing of anybody's by themselves: a script asks for it.
        "GET /connections",
        "GET /shares",
        "GET /tools",
        // A picture, which says it without letters.
        "GET /share/image/[digest]",
        // Workspaces, which are the same for everybody in the made-up Bitbucket.
        "GET /api/connections/[connectionId]",
        // Numbers.
        "GET /api/chats/[chatId]/usage",
      ]),
    );
  });
});
