import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readChat } from "@/lib/server/chats/read-chat";
import { sendMessage } from "@/lib/server/chats/send-message";
import { database } from "@/lib/server/database/connection";
import { action, user } from "@/lib/server/database/schema";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { listAccounts } from "@/lib/server/router/connections/accounts";
import { approvalOf, Conversation } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure } from "../support/installation";
import { actionsOf, readRun, someAction, textOf } from "../support/run-reader";
import { reportRow } from "./report";
import { storeUser } from "./support/belongings";

/** Turns of each of the two. */
const turns = 200 * Number(process.env.SECURITY_ROUNDS ?? 1);
/** Chats that each of them has going at the same time, and how many turns each has. */
const lanes = 4;
const chatLength = 5;
/** Every so many turns, something is to be changed, and has to be approved. */
const changeEvery = 10;

const conversation = new Conversation();
let cases = 0;
const through: string[] = [];
function judge(what: string, safe: boolean): void {
  cases += 1;
  if (!safe) through.push(what);
}

/** Somebody whose every word and every argument carries a mark. */
type Tenant = { userId: string; mark: string; email: string };

const markPattern = /tenant-[0-9a-f]{8}/g;
const marksIn = (text: string) => [...new Set(text.match(markPattern))];

async function settle(): Promise<Tenant> {
  const mark = `tenant-${randomBytes(4).toString("hex")}`;
  const email = `${mark}@example.com`;
  const { id } = await storeUser(await database(), { email, passwordHash: "none" });
  conversation.wire.accounts.push({ id: `ca_${mark}`, userId: id, status: "ACTIVE" });
  return { userId: id, mark, email };
}

let tenants: [Tenant, Tenant];
const byMark = (mark: string | undefined) => tenants.find((tenant) => tenant.mark === mark);
const byId = (id: string | null) => tenants.find(({ userId }) => userId === id);

const sessionSchema = z.object({ user_id: z.string() });
/** Whose a session of the router's is, as the request that made it said. */
function ownerOf(session: string): Tenant | undefined {
  const made = conversation.wire.sessions[Number(session.replace("trs_", "")) - 1];
  return byId(sessionSchema.parse(made).user_id);
}

const promptSchema = z.object({ input: z.array(z.looseObject({ type: z.string().optional() })) });

/** Says what to do, and when it is done, that it is. What it is told of must be one person's. */
function answer(body: string) {
  const marks = marksIn(body);
  judge(`a prompt says ${marks}`, marks.length === 1);
  const [mark = ""] = marks;
  const { input } = promptSchema.parse(JSON.parse(body));
  if (input.at(-1)?.type === "function_call_output") return { text: `Done for ${mark}.` };
  const changes = JSON.stringify(input.at(-1)).includes("change");
  const tool = changes ? "BITBUCKET_CREATE_BRANCH" : "BITBUCKET_GET_REPOSITORY";
  const input_ = { workspace: mark, repo_slug: `r-${randomUUID()}`, name: "x" };
  return { text: "Looking…", calls: [dispatch([tool, input_])] };
}

/** Looks at every request of the router's: whose session it uses, whose accounts it asks for, and whose words it carries. */
async function watch(request: Request): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const text = request.method === "GET" ? "" : await request.clone().text();
  const said = `${request.url} ${text}`;
  const [mark, ...others] = marksIn(said.replaceAll("ca_tenant-", ""));
  const [session] = /trs_\d+/.exec(pathname) ?? [];
  judge(`an e-mail address goes to the router: ${said}`, !said.includes("@example.com"));
  judge(`two people's words in one request: ${said}`, others.length === 0);
  if (session && mark) {
    const right = ownerOf(session)?.userId === byMark(mark)?.userId;
    judge(`${mark} in ${session}, which is somebody else's`, right);
  }
  if (!pathname.endsWith("/connected_accounts")) return undefined;
  const owner = byId(searchParams.get("user_ids"));
  judge(`accounts of ${searchParams.get("user_ids")} were asked for`, owner !== undefined);
  if (!owner) return undefined;
  const account = {
    id: `ca_${owner.mark}`,
    user_id: owner.userId,
    status: "ACTIVE",
    status_reason: null,
    toolkit: { slug: "bitbucket" },
    auth_config: { id: "ac_1", is_composio_managed: true, is_disabled: false },
    is_disabled: false,
    alias: `account of ${owner.mark}`,
    created_at: "2026-11-22T09:00:00Z",
    updated_at: "2026-11-22T09:00:00Z",
  };
  return Response.json({ items: [account], next_cursor: null, total_pages: 1 });
}

/** One turn; a change is approved by its person, after somebody else has tried. */
async function takeTurn(
  tenant: Tenant,
  other: Tenant,
  chatId: string,
  turn: number,
): Promise<void> {
  const changes = turn % changeEvery === 0;
  const text = `${tenant.mark}: ${changes ? "change" : "look up"} number ${turn}`;
  const runId = await sendMessage(tenant.userId, chatId, { id: randomUUID(), text });
  if (changes) {
    const approvalId = approvalOf(await readRun(runId, someAction("approval")));
    const stolen = decideApproval(other.userId, approvalId, { decision: "approve" });
    judge(
      "somebody else's approval",
      await stolen.then(
        () => false,
        () => true,
      ),
    );
    await decideApproval(tenant.userId, approvalId, { decision: "approve" });
  }
  const message = await readRun(runId);
  judge(
    `turn ${turn} ended as ${JSON.stringify(message.metadata?.outcome)}`,
    textOf(message).includes("Done"),
  );
  const [done] = actionsOf(message);
  judge(`turn ${turn} did ${done?.state.status}`, done?.state.status === "succeeded");
  judge(
    `turn ${turn} says ${marksIn(JSON.stringify(message))}`,
    marksIn(JSON.stringify(message)).join() === tenant.mark,
  );
}

/** These turns of both, all lanes of both at once. */
async function takeTurns(from: number, to: number): Promise<void> {
  const walk = async (tenant: Tenant, other: Tenant, lane: number) => {
    let chatId = "";
    for (let turn = from + lane, taken = 0; turn < to; turn += lanes, taken += 1) {
      if (taken % chatLength === 0) chatId = randomUUID();
      await takeTurn(tenant, other, chatId, turn);
    }
    const stored = JSON.stringify(await readChat(tenant.userId, chatId));
    judge(`a chat holds ${marksIn(stored)}`, marksIn(stored).join() === tenant.mark);
  };
  const [one, two] = tenants;
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => [walk(one, two, lane), walk(two, one, lane)]).flat(),
  );
}

beforeAll(async () => {
  configure({
    MESSAGES_PER_MINUTE: "1000000",
    LIVE_RUNS: "1000",
    MCP_REQUEST_TIMEOUT_MS: "20000",
  });
  conversation.wire.begin({
    router: watch,
    model: (_index, body) => answer(body),
    execute: ({ arguments: input }) => ({ data: { said: `result for ${input.workspace}` } }),
  });
  tenants = [await settle(), await settle()];
});
afterAll(() =>
  reportRow({
    row: 13,
    title: "One tenant in another's session",
    cases,
    gotThrough: through.length,
  }),
);

test(`two people × ${turns} turns at once: every call is in its own person's session`, async () => {
  await takeTurns(0, turns / 2);
  const before = await Promise.all(tenants.map(({ userId }) => listAccounts(userId)));

  // They swap their addresses, and everything that is kept in memory is gone: what was whose is still whose.
  const storage = await database();
  const [one, two] = tenants;
  const readdress = (tenant: Tenant, email: string | null) =>
    storage.update(user).set({ email }).where(eq(user.id, tenant.userId));
  await readdress(one, null);
  await readdress(two, one.email);
  await readdress(one, two.email);
  configure({});
  await takeTurns(turns / 2, turns);

  expect(through).toEqual([]);
  expect(await Promise.all(tenants.map(({ userId }) => listAccounts(userId)))).toEqual(before);
  expect(before.map((accounts) => accounts.map(({ id }) => id))).toEqual(
    tenants.map(({ mark }) => [`ca_${mark}`]),
  );
  const made = conversation.wire.sessions.map((body) => sessionSchema.parse(body).user_id);
  expect(made.toSorted()).toEqual(tenants.map(({ userId }) => userId).toSorted());
  for (const { userId, mark } of tenants) {
    const rows = await storage.select().from(action).where(eq(action.userId, userId));
    expect(rows).toHaveLength(turns);
    for (const row of rows)
      judge(`a row of ${mark}: ${row.id}`, marksIn(JSON.stringify(row)).join() === mark);
    const named = rows.filter(({ accountName }) => accountName === `account of ${mark}`);
    expect(named.length).toBeGreaterThanOrEqual(turns / changeEvery);
  }
  expect(conversation.wire.sent).toHaveLength(2 * turns);
  expect(through).toEqual([]);
});
