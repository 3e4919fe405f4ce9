import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalJson } from "@/lib/server/policy/canonical-json";
import { type OwnServer, startServer } from "../support/own-server";
import { differences } from "./audit.differences";
import { followScenes, scenes } from "./audit.flow";
import { type AuditRow, auditRows } from "./audit.rows";
import { reportRow } from "./report";
import { consentAs, Member } from "./support/member";
import { type SeenCall, startRecordingBitbucket } from "./support/recording-bitbucket";
import { Visitor } from "./visitor";

/** As which everybody connects; each has a Bitbucket of their own. */
const username = "jane-acme";

/** In what is theirs there is nothing that a log line may repeat. */
const content = "CONTENT-OF-A-CHAT";

let bitbucket: Awaited<ReturnType<typeof startRecordingBitbucket>>;
let server: OwnServer;
let output = "";
let seenWhileConnecting: SeenCall[] = [];
const trails = new Map<string, { member: Member; rows: AuditRow[] }>();
let cases = 0;
let gotThrough = 0;

function expectSafe(safe: boolean, what: string): void {
  cases += 1;
  if (!safe) gotThrough += 1;
  expect(safe, what).toBe(true);
}

async function join(): Promise<Member> {
  const member = await Member.join(new Visitor(server.origin));
  await member.comeBack(await consentAs(username, await member.beginConnecting()));
  return member;
}

/** One person plays all scenes, each in a chat of its own. */
async function play(member: Member): Promise<void> {
  for (const { text, questions, mode } of scenes)
    await member.ask(text, questions, mode ? { mode } : {});
  const rows = await auditRows(member);
  const userId = rows.find(({ decidedBy }) => decidedBy)?.decidedBy ?? "";
  trails.set(userId, { member, rows });
}

beforeAll(async () => {
  bitbucket = await startRecordingBitbucket();
  bitbucket.model.script = followScenes;
  const onOutput = (text: string) => {
    output += text;
  };
  server = await startServer(bitbucket.settings, { onOutput });
  const members = await Promise.all([join(), join()]);
  seenWhileConnecting = bitbucket.seen.splice(0);
  await Promise.all(members.map(play));
});
afterAll(async () => {
  reportRow({ row: 26, title: "Actions and refusals without a record", cases, gotThrough });
  await server?.kill();
  await bitbucket?.close();
});

const people = () => [...trails].map(([userId, { member, rows }]) => ({ userId, member, rows }));

test("to connect, nothing is done but the look that the page shows the person", () => {
  const seen = seenWhileConnecting.map(({ tool }) => tool);
  expectSafe(seen.length === 2, "one look for each person");
  for (const tool of seen) expectSafe(tool === "BITBUCKET_GET_USER_WORKSPACES", tool);
});

test("what Bitbucket saw is what the rows say: person, account, tool, arguments, outcome", () => {
  const rows = new Map(people().map((person) => [person.userId, person.rows] as const));
  const { unrecorded, onlyClaimed } = differences(bitbucket.seen, rows, username);
  expect(bitbucket.seen.length).toBeGreaterThan(20);
  cases += bitbucket.seen.length;
  gotThrough += unrecorded.length + onlyClaimed.length;
  expect({ unrecorded, onlyClaimed }).toEqual({ unrecorded: [], onlyClaimed: [] });
});

test("a call without a row, a row without a call and another argument are differences", () => {
  const [person] = people();
  const rows = new Map([[person?.userId ?? "", person?.rows ?? []]]);
  const both = new Map(people().map(({ userId, rows: trail }) => [userId, trail] as const));
  expect(differences(bitbucket.seen, rows, username).unrecorded).toHaveLength(
    bitbucket.seen.length / 2,
  );
  expect(differences(bitbucket.seen.slice(1), both, username).onlyClaimed).toHaveLength(1);
  const changed = bitbucket.seen.map((call, index) =>
    index === 0 ? { ...call, arguments: { ...call.arguments, more: 1 } } : call,
  );
  expect(differences(changed, both, username)).toMatchObject({
    unrecorded: [expect.any(String)],
    onlyClaimed: [expect.any(String)],
  });
});

test("every action has its row, and it ended as it should", () => {
  const expected = scenes.flatMap(({ ends }) => ends.map((end) => canonicalJson(end))).sort();
  for (const { rows } of people()) {
    const ends = rows
      .filter(({ tool }) => tool.startsWith("BITBUCKET_"))
      .map(({ tool, toolClass, status }) => canonicalJson({ tool, toolClass, status }));
    expect(ends.sort()).toEqual(expected);
    cases += ends.length;
  }
});

test("every change that was sent has a yes of its own person, given before it ended", () => {
  for (const { userId, rows } of people())
    for (const row of rows) {
      const hash = createHash("sha256").update(canonicalJson(row.arguments)).digest("hex");
      expectSafe(row.argumentsHash === hash, `${row.tool}: the hash of its arguments`);
      if (row.toolClass === "read") expectSafe(row.decision === null, `${row.tool}: no question`);
      else if (row.status === "denied")
        expectSafe(row.decision === "denied" && row.decidedBy === userId, `${row.tool}: the no`);
      else if (row.status !== "blocked") {
        const inTime = (row.decidedAt ?? "~") <= (row.finishedAt ?? "");
        const own = row.decision === "approved" && row.decidedBy === userId;
        expectSafe(own && inTime, `${row.tool}: the yes`);
        expectSafe(row.account === username, `${row.tool}: the account`);
      }
    }
});

test("every result is kept as Bitbucket gave it", async () => {
  const resultSchema = z.object({ wholeResult: z.unknown() });
  for (const { member, rows } of people()) {
    const given = new Set(bitbucket.seen.map(({ data }) => canonicalJson(data)));
    for (const { id, tool, status } of rows) {
      if (!tool.startsWith("BITBUCKET_") || status !== "succeeded") continue;
      const { wholeResult } = await member.json(`/api/actions/${id}`, resultSchema);
      expectSafe(given.has(canonicalJson(wholeResult)), `${tool}: its result`);
    }
  }
});

test("the page and the table have the same rows, and no one else's", async () => {
  const [one, other] = people();
  for (const { member, rows } of people()) {
    const csv = await (await member.visitor.fetch("/api/actions?format=csv")).text();
    const page = await (await member.visitor.fetch("/audit")).text();
    const foreign = (member === one?.member ? other : one)?.rows ?? [];
    for (const { id, chatId } of rows) {
      expectSafe(csv.includes(id), "an action in the table");
      expectSafe(page.includes(`/chat/${chatId}`), "an action's chat on the page");
    }
    for (const { id, chatId } of foreign)
      expectSafe(!`${csv}${page}`.includes(id) && !page.includes(chatId), "a foreign action");
  }
});

describe("who asks for what is somebody else's", () => {
  const shareSchema = z.object({ id: z.string() });
  const chatSchema = z.object({ messages: z.array(z.object({ id: z.string() })) });
  type Refusal = { kind: string; id: string; ask: (member: Member) => Promise<Response> };

  const lines = () =>
    output
      .split("\n")
      .filter((line) => line.includes("access.refused"))
      .map((line) => JSON.parse(line) as Record<string, string>);

  async function belongings(owner: Member): Promise<Refusal[]> {
    const chatId = await owner.ask(content);
    await owner.visitor.send("PATCH", `/api/chats/${chatId}`, { title: content });
    const { messages } = await owner.json(`/api/chats/${chatId}`, chatSchema);
    const shared = await owner.visitor.post(`/api/chats/${chatId}/shares`, {});
    const { id: shareId } = shareSchema.parse(await shared.json());
    const made = await owner.visitor.post("/api/connections", { toolkit: "bitbucket" });
    const attempt = z.object({ path: z.string() }).parse(await made.json());
    const attemptId = attempt.path.replace("/connect/", "");
    const action = (await auditRows(owner))[0]?.id ?? "";
    const messageId = messages[0]?.id ?? "";
    const text = { id: randomUUID(), text: "Mine now" };
    const get = (path: string) => (member: Member) => member.visitor.fetch(path);
    const send =
      (method: string, path: string, body = {}) =>
      (member: Member) =>
        member.visitor.send(method, path, body);
    const chat = { kind: "chat", id: chatId };
    return [
      { ...chat, ask: get(`/api/chats/${chatId}`) },
      { ...chat, ask: get(`/chat/${chatId}`) },
      { ...chat, ask: get(`/api/chats/${chatId}/stream?after=0`) },
      { ...chat, ask: send("POST", `/api/chats/${chatId}/messages`, text) },
      { ...chat, ask: send("POST", `/api/chats/${chatId}/stop`) },
      { ...chat, ask: send("POST", `/api/chats/${chatId}/shares`, {}) },
      { ...chat, ask: send("PATCH", `/api/chats/${chatId}`, { title: "Mine" }) },
      { ...chat, ask: send("DELETE", `/api/chats/${chatId}`) },
      {
        kind: "message",
        id: messageId,
        ask: get(`/api/chats/${chatId}/messages?before=${messageId}`),
      },
      {
        kind: "message",
        id: messageId,
        ask: send("POST", `/api/chats/${randomUUID()}/messages`, { id: messageId, text: "Mine" }),
      },
      { kind: "action", id: action, ask: get(`/api/actions/${action}`) },
      { kind: "action", id: action, ask: get(`/api/actions/${action}/result`) },
      { kind: "share", id: shareId, ask: send("DELETE", `/api/shares/${shareId}`) },
      { kind: "attempt", id: attemptId, ask: get(`/connect/${attemptId}`) },
      { kind: "attempt", id: attemptId, ask: send("POST", `/connect/${attemptId}/open`) },
      {
        kind: "attempt",
        id: attemptId,
        ask: send("POST", `/api/connections/attempts/${attemptId}`, { action: "check" }),
      },
    ];
  }

  test("is written down, by identifiers alone; who asks for what is absent is not", async () => {
    const [owner, stranger] = people();
    if (!owner || !stranger) throw new Error("Two people are needed.");
    for (const { kind, id, ask } of await belongings(owner.member)) {
      const before = lines().length;
      const response = await ask(stranger.member);
      await response.text();
      expect(response.status, `${kind} ${response.url}`).toBe(404);
      await expect.poll(() => lines().length).toBe(before + 1);
      const { user, kind: noted, id: of, level } = lines().at(-1) ?? {};
      const line = { user, kind: noted, id: of, level };
      const wanted = { user: stranger.userId, kind, id, level: "warn" };
      expectSafe(canonicalJson(line) === canonicalJson(wanted), `${kind} ${response.url}`);
    }
    const count = lines().length;
    for (const path of [`/api/chats/${randomUUID()}`, `/api/actions/${randomUUID()}`])
      expect((await stranger.member.visitor.fetch(path)).status).toBe(404);
    await owner.member.visitor.fetch(`/api/actions/${randomUUID()}`);
    expectSafe(lines().length === count, "absent things");
    expectSafe(!output.includes(content), "content in the log");
  });

  test("also who comes back from somebody else's sign-in link", async () => {
    const [owner, stranger] = people();
    const callback = await consentAs(username, (await owner?.member.beginConnecting()) ?? "");
    const count = lines().length;
    await stranger?.member.comeBack(callback);
    await expect.poll(() => lines().length).toBe(count + 1);
    const { user, kind } = lines().at(-1) ?? {};
    expectSafe(user === stranger?.userId && kind === "account", "a foreign sign-in link");
    expectSafe(!output.includes(new URL(callback).searchParams.get("state") ?? "state="), "state");
  });
});
