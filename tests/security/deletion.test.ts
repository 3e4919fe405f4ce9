import { createHash, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { deleteAccount } from "@/lib/server/auth/delete-account";
import { readSession } from "@/lib/server/auth/sessions";
import { deleteChat, restoreChat, sweepDeletedChats } from "@/lib/server/chats/delete-chat";
import { database } from "@/lib/server/database/connection";
import { chat, departedUser, toolPin, userSession } from "@/lib/server/database/schema";
import { countUse } from "@/lib/server/limits/rate-limit";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { checkAllLinks } from "@/lib/server/router/connections/check-links";
import { settleDepartures } from "@/lib/server/router/connections/departures";
import { readShare } from "@/lib/server/sharing/read-share";
import { approvalOf, Conversation, callThenText } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure, createUser } from "../support/installation";
import { stalledStream } from "../support/model-stream";
import { readRun, someAction } from "../support/run-reader";
import { reportRow } from "./report";
import { storeChatBelongings, storeUser, storeUserBelongings } from "./support/belongings";
import { differences, type Rows, readRows, tablesOf } from "./support/rows";

const conversation = new Conversation();
const address = "192.0.2.1";
let cases = 0;
let gotThrough = 0;

/** Counts a case: what should be gone, and is not. */
function expectGone(left: readonly unknown[], what: string): void {
  cases += 1;
  gotThrough += left.length === 0 ? 0 : 1;
  expect(left, what).toEqual([]);
}

beforeAll(() => configure({ SIGN_IN_TRIES: "10", MCP_REQUEST_TIMEOUT_MS: "20000" }));
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  conversation.wire.begin({});
});
afterAll(() => reportRow({ row: 27, title: "Deletion that does not delete", cases, gotThrough }));

const rows = async () => readRows(await database());

/** The tables that have got rows in between. */
const grown = (before: Rows, after: Rows) =>
  [...after]
    .filter(([table, has]) => has.length > (before.get(table)?.length ?? 0))
    .map(([name]) => name);

/** Everything somebody can have: in the database, and at the router. */
async function storePerson(details: Parameters<typeof storeUser>[1] = null) {
  const storage = await database();
  const person = await storeUser(storage, details);
  await storeUserBelongings(storage, person.id);
  const chats = [
    await storeChatBelongings(storage, person.id),
    await storeChatBelongings(storage, person.id),
  ];
  const accounts = ["ACTIVE", "INITIATED", "EXPIRED", "FAILED"].map((status) => ({
    id: `ca_${randomUUID()}`,
    userId: person.id,
    status,
  }));
  conversation.wire.accounts.push(...accounts);
  return {
    ...person,
    chats,
    secret: chats.flatMap(({ secret, shared }) => [...secret, ...shared]),
  };
}

const atRouter = (userId: string) =>
  conversation.wire.accounts.filter((account) => account.userId === userId);

/** What is said of a departed user, and of nobody else. */
const departed = async (userId: string) =>
  (await database()).select().from(departedUser).where(eq(departedUser.id, userId));

describe("an account", () => {
  test("takes every row along that hangs on it, in every table there is", async () => {
    await storePerson();
    const before = await rows();
    const person = await storePerson();
    const full = await rows();
    const hanging = await tablesOf(await database(), "user", "user_id");
    // Else this says nothing about a table that was made since.
    expect(hanging.filter((table) => !grown(before, full).includes(table))).toEqual([]);

    await deleteAccount(person.id, undefined, address);
    const { gone, made } = differences(before, await rows());
    expectGone(gone, "somebody else's rows");
    expectGone(
      made.filter((row) => !row.startsWith("departed_user ")),
      "rows of who is gone",
    );
    const [left] = made;
    const known = Object.keys(JSON.parse(left?.replace("departed_user ", "") ?? "{}"));
    expect(known.sort()).toEqual(["departed_at", "id"]);
    const everything = JSON.stringify([...(await rows())]);
    expectGone(
      [person.name, ...person.secret].filter((word) => everything.includes(word)),
      "words",
    );
    expect(hanging.length).toBeGreaterThanOrEqual(12);
    cases += hanging.length;
  });

  test("leaves what others rely on: a tool that was accepted stays accepted, by nobody", async () => {
    const person = await storePerson();
    const storage = await database();
    const pin = {
      source: randomUUID(),
      name: "TOOL",
      hash: "a",
      definition: {},
      acceptedBy: person.id,
    };
    await storage.insert(toolPin).values(pin);
    await deleteAccount(person.id, undefined, address);
    const [kept] = await storage.select().from(toolPin).where(eq(toolPin.source, pin.source));
    expect(kept?.acceptedBy).toBeNull();
  });

  test("ends every session and every share at once", async () => {
    const person = await storePerson();
    const storage = await database();
    const open = await storage.select().from(userSession).where(eq(userSession.userId, person.id));
    expect(await readSession(open[0]?.id ?? "")).not.toBeNull();
    await deleteAccount(person.id, undefined, address);
    for (const { id } of open) expectGone([await readSession(id)].filter(Boolean), "a session");
    for (const { token } of person.chats)
      expectGone([await readShare(token, null)].filter(Boolean), "a share");
  });

  test("stops what is being written, and nothing is sent for it any more", async () => {
    conversation.wire.begin({ model: () => stalledStream("") });
    const runId = await conversation.send();
    await vi.waitFor(() => expect(conversation.wire.asked).toHaveLength(1), 20_000);
    await deleteAccount(conversation.userId, undefined, address);
    // Resolves: the answer has come to an end for its readers.
    await readRun(runId);
    expectGone(
      [...(await rows())].filter(([, has]) => JSON.stringify(has).includes(runId)),
      "a run",
    );
  });

  test("takes a question along: a yes that comes later finds nothing", async () => {
    conversation.wire.begin(callThenText(dispatch(["BITBUCKET_CREATE_BRANCH", { name: "x" }])));
    const message = await readRun(await conversation.send(), someAction("approval"));
    await deleteAccount(conversation.userId, undefined, address);
    await expect(
      decideApproval(conversation.userId, approvalOf(message), { decision: "approve" }),
    ).rejects.toMatchObject({ code: "not_found" });
    expectGone(conversation.wire.sent, "a change");
  });
});

describe("accounts at the router", () => {
  test("are deleted with it, finished or not, and nobody else's", async () => {
    const [stays, goes] = [await storePerson(), await storePerson()];
    expect(await deleteAccount(goes.id, undefined, address)).toEqual({ connections: "deleted" });
    expectGone(atRouter(goes.id), "an account");
    expect(atRouter(stays.id)).toHaveLength(4);
  });

  const failures: [string, (request: Request) => Response | undefined][] = [
    ["does not answer the list", () => new Response("", { status: 500 })],
    ["refuses the key", () => new Response("", { status: 401 })],
    [
      "does not delete",
      ({ method }) => (method === "DELETE" ? new Response("", { status: 500 }) : undefined),
    ],
    [
      "deletes one and then no more",
      (() => {
        let deletions = 0;
        return ({ method }) => {
          if (method === "DELETE") deletions += 1;
          return deletions > 1 ? new Response("", { status: 503 }) : undefined;
        };
      })(),
    ],
  ];
  test.each(failures)("are deleted later when it %s, by an id alone", async (_name, router) => {
    const person = await storePerson();
    conversation.wire.begin({ router });
    expect(await deleteAccount(person.id, undefined, address)).toEqual({ connections: "pending" });
    expect(atRouter(person.id).length).toBeGreaterThan(0);
    const everything = JSON.stringify([...(await rows())]);
    expectGone(
      [person.name, ...person.secret].filter((word) => everything.includes(word)),
      "words",
    );

    conversation.wire.begin({});
    await settleDepartures();
    expectGone(atRouter(person.id), "an account");
  });

  test("that come into being while somebody leaves are deleted too; then nothing of them is kept", async () => {
    const person = await storePerson();
    await deleteAccount(person.id, undefined, address);
    const late = { id: `ca_${randomUUID()}`, userId: person.id, status: "ACTIVE" };
    conversation.wire.accounts.push(late);
    await settleDepartures();
    expectGone(atRouter(person.id), "an account");
    expect(await departed(person.id)).toHaveLength(1);

    const before = sql`now() - interval '16 minutes'`;
    const ofPerson = eq(departedUser.id, person.id);
    await (await database()).update(departedUser).set({ departedAt: before }).where(ofPerson);
    await settleDepartures();
    expectGone(await departed(person.id), "a trace");
  });
});

describe("who may delete it", () => {
  const member = async () => {
    const [email, password] = [`${randomUUID()}@example.com`, randomUUID()];
    const passwordHash = await hash(password);
    return { ...(await storePerson({ email, passwordHash })), email, password };
  };

  test.each([undefined, "", "wrong"])("not who has the session and says %j", async (said) => {
    const person = await member();
    const before = await rows();
    await expect(deleteAccount(person.id, said, address)).rejects.toMatchObject({
      code: "wrong_credentials",
    });
    const { gone } = differences(before, await rows());
    expectGone(
      gone.filter((row) => !row.startsWith("rate_limit ")),
      "rows",
    );
    expect(atRouter(person.id)).toHaveLength(4);
  });

  test("after ten wrong passwords, nobody for a quarter of an hour", async () => {
    const person = await member();
    const tries = Array.from({ length: 20 }, (_, index) =>
      deleteAccount(person.id, "wrong", `198.51.100.${index}`).catch((error) => error.code),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(10);
    expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(10);
    await expect(deleteAccount(person.id, person.password, address)).rejects.toMatchObject({
      code: "too_many_requests",
    });
    cases += 21;
  });

  test("who has the password; and nothing that was counted of them stays", async () => {
    const person = await member();
    await countUse([{ key: `tokens:user:${person.id}`, most: 1, seconds: 60 }]);
    await deleteAccount(person.id, person.password, "203.0.113.7");
    const counted = (await rows()).get("rate_limit") ?? [];
    const digest = createHash("sha256").update(person.email).digest("hex");
    expectGone(
      counted.filter((row) => row.includes(person.id) || row.includes(digest)),
      "counts",
    );
  });
});

describe("a chat", () => {
  test("takes every row along that hangs on it, in every table there is", async () => {
    const storage = await database();
    const userId = await createUser();
    await storeUserBelongings(storage, userId);
    await storeChatBelongings(storage, userId);
    const before = await rows();
    const going = await storeChatBelongings(storage, userId);
    const full = await rows();
    const hanging = await tablesOf(storage, "chat", "chat_id");
    expect(hanging.filter((table) => !grown(before, full).includes(table))).toEqual([]);

    await deleteChat(userId, going.chat);
    await sweepDeletedChats(0);
    const { gone, made } = differences(before, await rows());
    expectGone(gone, "rows of another chat");
    // A project stays when its chats go. The account that its link would make is still at the router: the row is what has it deleted there. And what was used
    // stays counted, as of no chat.
    const counted = (row: string) => row.startsWith("model_usage ") && !row.includes(going.chat);
    expectGone(
      made.filter((row) => !/^(connection_link|project) /.test(row) && !counted(row)),
      "rows of the chat",
    );
    expectGone([await readShare(going.token, null)].filter(Boolean), "a share");
    expect(hanging.length).toBeGreaterThanOrEqual(7);
    cases += hanging.length;

    const linked = { id: going.linkedAccount, userId, status: "ACTIVE" };
    conversation.wire.accounts.push(linked);
    await checkAllLinks();
    expectGone(
      conversation.wire.accounts.filter(({ id }) => id === linked.id),
      "an account",
    );
    const everything = JSON.stringify([...(await rows())]);
    expectGone(
      going.secret.filter((word) => !word.includes("-project-") && everything.includes(word)),
      "words",
    );
  });

  test("is there for half a minute more, for its owner to take it back with all that hangs on it", async () => {
    const storage = await database();
    const [userId, other] = [await createUser(), await createUser()];
    const going = await storeChatBelongings(storage, userId);
    const before = await rows();
    await deleteChat(userId, going.chat);
    await sweepDeletedChats();
    expect(differences(before, await rows()).gone).not.toEqual([]);
    expectGone([await readShare(going.token, null)].filter(Boolean), "a share");
    const absent = { code: "not_found" };
    await expect(restoreChat(other, going.chat)).rejects.toMatchObject(absent);
    await expect(deleteChat(userId, going.chat)).rejects.toMatchObject(absent);
    await restoreChat(userId, going.chat);
    expect(await readShare(going.token, null)).not.toBeNull();
    // What waited for an answer was stopped: that is all that has changed.
    const { gone } = differences(before, await rows());
    const tables = new Set(gone.map((row) => row.split(" ")[0]));
    expect(
      [...tables].filter(
        (table) => !["run", "run_chunk", "action", "message"].includes(table ?? ""),
      ),
    ).toEqual([]);

    await deleteChat(userId, going.chat);
    await storage
      .update(chat)
      .set({ deletedAt: sql`now() - interval '31 seconds'` })
      .where(eq(chat.id, going.chat));
    await Promise.all([sweepDeletedChats(), sweepDeletedChats()]);
    await expect(restoreChat(userId, going.chat)).rejects.toMatchObject(absent);
    expectGone(
      [...(await rows())].filter(([, has]) => has.some((row) => row.includes(going.chat))),
      "a row",
    );
  });
});
