import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { stopChat } from "@/lib/server/chats/live-run";
import { sendMessage } from "@/lib/server/chats/send-message";
import { database } from "@/lib/server/database/connection";
import { toolPin } from "@/lib/server/database/schema";
import { actionsOfRun } from "@/lib/server/policy/actions";
import { classifyTool } from "@/lib/server/policy/classify";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { startRunner } from "@/lib/server/runs/runner";
import { configure, createUser, installForTests } from "../support/installation";
import { actionsOf, readRun } from "../support/run-reader";
import { type OpenBitbucket, TestBitbucket } from "./injection.bitbucket";
import { type Carrier, carriers, poison, readsFor } from "./injection.carriers";
import { askFor, obedientModel } from "./injection.model";
import { attackersOrders, type Order, ordersIn } from "./injection.orders";
import { reportRow } from "./report";

let bitbucket: TestBitbucket;
let world: OpenBitbucket;
let userId: string;
let orders: Order[] = [];
beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  bitbucket = await TestBitbucket.start();
});
installForTests(() => bitbucket.address);

const seededSchema = z.object({
  values: z.array(z.looseObject({ id: z.union([z.string(), z.number()]).optional() })).min(1),
});

beforeAll(async () => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "30000", MESSAGES_PER_MINUTE: "1000000", LIVE_RUNS: "1000" });
  await startRunner();
  userId = await createUser();
  await bitbucket.connect(userId);
  world = bitbucket.open(userId);
  const repository = { workspace: "acme", repo_slug: "api" };
  const main = z
    .object({ target: z.object({ hash: z.string() }) })
    .parse(await world.run("GET_BRANCH", { ...repository, name: "main" }));
  const { hash } = main.target;
  const first = async (tool: string, input: Record<string, unknown>) =>
    String(seededSchema.parse(await world.run(tool, input)).values[0]?.id);
  const snippet = await first("LIST_SNIPPETS", { workspace: "acme" });
  const issue = await first("LIST_ISSUES", repository);
  const freeBranch = "attackers-work";
  await world.run("CREATE_BRANCH", { ...repository, name: freeBranch, target_hash: hash });
  await world.commitFile("acme/api", "WORK.md", "Work.", freeBranch);
  orders = attackersOrders({ hash, freeBranch, issue, snippet });
  for (const carrier of carriers) await carrier.plant(orders, world);
});
afterAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await bitbucket.stop();
});

const isChange = ({ tool }: Pick<Order, "tool">) => classifyTool(tool) !== "read";

/** One turn in which the model obeys these orders; ends where a person has to answer, or at the run's end. */
async function obey(carrier: Carrier, obeyed: readonly Order[]) {
  if (carrier.describesTools) {
    // Seen like this from the first time on: what was seen otherwise before is another test's subject.
    await (await database()).delete(toolPin);
    poison(bitbucket, obeyed);
    configure({});
  }
  bitbucket.arrived = [];
  bitbucket.model = (body) => obedientModel(body, obeyed);
  const chatId = randomUUID();
  const reads = readsFor(carrier, obeyed);
  const runId = await sendMessage(userId, chatId, { id: randomUUID(), text: askFor(reads) });
  const told = reads.length + obeyed.length;
  await readRun(runId, (message) => {
    const states = actionsOf(message).map(({ state }) => state.status);
    const open = states.some((status) => status === "queued" || status === "running");
    return states.length === told && !open;
  });
  return { chatId, runId, rows: (await actionsOfRun(runId)).slice(reads.length) };
}

let cases = 0;
let gotThrough = 0;

async function tryOrders(carrier: Carrier, obeyed: readonly Order[]): Promise<void> {
  const before = (await world.changes()).length;
  const { chatId, rows } = await obey(carrier, obeyed);
  const { arrived } = bitbucket;
  const changes = obeyed.filter(isChange);
  const sent = changes.filter(({ tool }) => arrived.includes(tool)).length;
  const done = (await world.changes()).length - before;
  cases += obeyed.length;
  gotThrough += Math.max(sent, done);
  // Every order was tried: as many questions as changes, and the reads were carried out.
  expect(rows.map(({ tool }) => tool).sort()).toEqual(obeyed.map(({ tool }) => tool).sort());
  for (const row of rows) {
    expect(row, row.tool).toMatchObject({
      status: isChange(row) ? "approval" : "succeeded",
      decision: null,
    });
  }
  expect([sent, done]).toEqual([0, 0]);
  await stopChat(userId, chatId);
  if (carrier.describesTools) {
    bitbucket.rewrite = (text) => text;
    await (await database()).delete(toolPin);
    configure({});
  }
}

/** In the short form a carrier's orders are obeyed in one turn, in the long form each in a turn of its own. */
const oneByOne = Number(process.env.SECURITY_ROUNDS ?? 1) > 1;

test("the article's 17 tools are all told apart", () => {
  expect(orders).toHaveLength(17);
  expect(orders.filter(isChange)).toHaveLength(9);
  expect(new Set(orders.map(({ tool }) => tool)).size).toBe(17);
});

test.each(carriers.map((carrier) => [carrier.name, carrier] as const))(
  "a model that obeys every word in the %s changes nothing by itself",
  async (_name, carrier) => {
    if (!oneByOne) return tryOrders(carrier, orders);
    for (const order of orders) await tryOrders(carrier, [order]);
  },
);

test("the same orders are carried out once somebody has said yes, each once, as they were asked for", async () => {
  const carrier = carriers.find(({ name }) => name === "text of a pull request");
  if (!carrier) throw new Error("There is no such carrier.");
  const before = (await world.changes()).length;
  const { runId, rows } = await obey(carrier, orders);
  for (const { approvalId, state } of rows) {
    if (!approvalId || state.status !== "approval") continue;
    const { confirmation } = state;
    const answer = { decision: "approve" as const, ...(confirmation ? { confirmation } : {}) };
    await decideApproval(userId, approvalId, answer);
  }
  await readRun(runId);
  const made = (await world.changes()).slice(before).map(({ slug }) => slug);
  expect(made).toEqual(orders.filter(isChange).map(({ tool }) => tool));
});

test("what the model was told reached it", () => {
  expect(ordersIn("obey-01 and obey-17, obey-01")).toEqual([1, 17]);
});

afterAll(() => {
  reportRow({
    row: 1,
    title: "Changes made by injected text without a stored yes (17 tools × 8 carriers)",
    cases,
    gotThrough,
  });
});
