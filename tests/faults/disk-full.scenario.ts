import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { listChats } from "@/lib/server/chats/list-chats";
import { readChat } from "@/lib/server/chats/read-chat";
import { sendMessage } from "@/lib/server/chats/send-message";
import { connection, database } from "@/lib/server/database/connection";
import { message, run } from "@/lib/server/database/schema";
import { readiness } from "@/lib/server/health/readiness";
import { publicHandler } from "@/lib/server/http/public-handler";
import { startRunner } from "@/lib/server/runs/runner";
import { FakeWire } from "@/tests/support/fake-wire";
import { createUser, installForTests } from "@/tests/support/installation";
import { readRun, textOf } from "@/tests/support/run-reader";
import { clearDisk, fillDisk, smallDiskVariable } from "@/tests/support/small-disk";

/** Milliseconds after which a run whose process fell silent has been taken up again, with a margin. */
const recoveryLimit = 40_000;

const disk = process.env[smallDiskVariable] ?? "";
let wire: FakeWire;
let userId: string;
let chatId: string;

beforeAll(async () => {
  wire = await FakeWire.start();
});
installForTests(() => wire.origin, join(disk, "data"));
beforeAll(async () => {
  await startRunner();
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
beforeEach(async () => {
  userId = await createUser();
  chatId = randomUUID();
  wire.begin({});
});
afterEach(() => clearDisk(disk));
afterAll(() => wire.close());

/** A message that no compression makes small. */
const longMessage = () => ({ id: randomUUID(), text: randomBytes(24_000).toString("base64") });

const send = (sent: { id: string; text: string }) => sendMessage(userId, chatId, sent);

/** What a route answers whose use case is that. */
async function answerOf(work: () => Promise<unknown>) {
  const route = publicHandler(async () => Response.json(await work()));
  const response = await route(new Request("http://localhost/"), {
    params: Promise.resolve({}),
  });
  return { status: response.status, body: await response.json() };
}

/** Sends messages until one is not stored, and returns that one with the answer of a route to it. */
async function sendUntilRefused() {
  for (;;) {
    const sent = longMessage();
    const { status, body } = await answerOf(async () => ({ runId: await send(sent) }));
    if (status !== 200) return { sent, status, body };
    await readRun(body.runId);
  }
}

async function storedTexts(): Promise<string[]> {
  const rows = await (await database())
    .select({ parts: message.parts })
    .from(message)
    .where(eq(message.chatId, chatId));
  return rows.map(({ parts }) => textOf({ id: "", role: "user", parts }));
}

test("a message is stored before the model is asked, or refused with 503; with room all goes on", async () => {
  await readRun(await send({ id: randomUUID(), text: "Before" }));
  fillDisk(disk);
  wire.begin({});
  const { sent, status, body } = await sendUntilRefused();
  expect(status).toBe(503);
  expect(body).toMatchObject({
    error: {
      code: "not_saved",
      message: "Your message was not saved: the server's disk is full.",
      hint: expect.stringContaining("Try again"),
    },
  });
  const stored = await storedTexts();
  expect(stored).not.toContain(sent.text);
  for (const asked of wire.asked) {
    const words = stored.filter((text) => text.length > 1_000 && asked.includes(text));
    expect(words.length).toBeGreaterThan(0);
  }
  const askedBefore = wire.asked.length;
  expect((await answerOf(() => readChat(userId, chatId))).status).toBe(200);
  expect((await listChats(userId)).chats).toHaveLength(1);
  expect(wire.asked).toHaveLength(askedBefore);

  clearDisk(disk);
  await readRun(await send(sent));
  expect(await storedTexts()).toContain(sent.text);
});

test(
  "an answer that cannot be written down ends its model call, and is taken up again later",
  async () => {
    const { promise: cut, resolve: note } = Promise.withResolvers<void>();
    const encoder = new TextEncoder();
    const event = (data: { type: string }) =>
      encoder.encode(`event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`);
    const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
    const endless = new ReadableStream<Uint8Array>({
      start(controller) {
        const response = { id: "resp_1", created_at: 0, model: "scripted" };
        controller.enqueue(event({ type: "response.created", ...{ response } }));
        const added = { type: "response.output_item.added", output_index: 0, item };
        controller.enqueue(event(added));
      },
      async pull(controller) {
        const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
        const delta = randomBytes(6_000).toString("base64");
        const said = { type: "response.output_text.delta", ...place, delta };
        controller.enqueue(event(said));
        await new Promise((resolve) => setImmediate(resolve));
      },
      cancel: () => note(),
    });
    wire.begin({
      model: (index) =>
        index === 0
          ? new Response(endless, { headers: { "content-type": "text/event-stream" } })
          : { text: "All of it." },
    });
    const runId = await send({ id: randomUUID(), text: "Tell me much" });
    await readRun(runId, (answer) => textOf(answer).length > 0);
    fillDisk(disk);
    await cut;
    clearDisk(disk);

    const status = async () => {
      const [row] = await (await database()).select().from(run).where(eq(run.id, runId));
      return row?.status;
    };
    await vi.waitFor(async () => expect(await status()).toBe("ended"), {
      timeout: recoveryLimit,
      interval: 200,
    });
    const last = (await readChat(userId, chatId)).messages.at(-1);
    expect(last?.metadata?.outcome?.status).toMatch(/^(done|interrupted)$/);
    expect(wire.asked.length).toBeLessThanOrEqual(2);
  },
  recoveryLimit + 20_000,
);

test("a write-ahead log that cannot grow makes the database unavailable, not the server; with room it is back", async () => {
  const storage = await database();
  await readRun(await send({ id: randomUUID(), text: "Before" }));
  const before = await storedTexts();
  const heard: string[] = [];
  await (await connection()).listen("test", {
    onPayload: (payload) => heard.push(payload),
    onGap: () => heard.push("gap"),
  });
  fillDisk(disk);
  // Writes to the log alone, 1 MB at a time, until its files are used up.
  const burn = async () => {
    const block = randomBytes(500_000).toString("hex");
    for (;;)
      await storage.execute(sql`select pg_logical_emit_message(false, 'test', ${block}::text)`);
  };
  await expect(burn()).rejects.toThrow();

  const refused = await answerOf(() => send({ id: randomUUID(), text: "Now" }));
  expect(refused).toMatchObject({ status: 503, body: { error: { code: "not_saved" } } });
  expect((await answerOf(() => readChat(userId, chatId))).status).toBe(503);
  expect((await readiness()).status).toBe("failing");

  clearDisk(disk);
  await vi.waitFor(async () => expect((await readiness()).status).toBe("ready"), {
    timeout: 10_000,
    interval: 100,
  });
  expect(await storedTexts()).toEqual(before);
  const answer = await readRun(await send({ id: randomUUID(), text: "Again" }));
  expect(answer.metadata?.outcome).toEqual({ status: "done" });
  await storage.execute(sql`select pg_notify('test', 'still here')`);
  expect(heard).toEqual(["gap", "still here"]);
}, 60_000);
