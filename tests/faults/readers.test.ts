import type { UIMessageChunk } from "ai";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { RunTransport } from "@/lib/client/transport";
import { requestOf } from "./exchange";
import { request } from "./kill-points/kill-point";
import { openHandles, servingProcess } from "./proc";
import { Reader, storedTexts } from "./reader";
import { Stage } from "./stage";
import { SlowText } from "./text-stream";

const deltaSchema = z.object({ type: z.literal("text-delta"), id: z.string(), delta: z.string() });

afterEach(() => vi.unstubAllGlobals());

/** A page's own way to follow an answer, on a network of `drops` broken connections. */
async function followWithDrops(stage: Stage, drops: number) {
  const page = stage.person.at(stage.front.origin);
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => page.request(path, init));
  const points = Array.from({ length: drops }, (_, index) => {
    // The head of an answer takes some 400 bytes: a few break in it, most in or between events.
    const bytes = 300 + Math.floor(Math.random() * 1_500);
    return stage.front.intercept(requestOf("GET", "/stream"), {
      kind: "cut",
      bytes,
      reset: index % 2 === 0,
    });
  });
  const transport = new RunTransport({ onAccepted: () => {}, wait: async () => {} });
  const stream = await transport.reconnectToStream({ chatId: stage.chatId });
  const chunks: UIMessageChunk[] = [];
  const read = (async () => {
    for await (const chunk of stream ?? []) chunks.push(chunk);
  })();
  return { chunks, read, dropped: Promise.all(points.map(({ reached }) => reached)) };
}

/** Chunks with each run of pieces of one text as one: a page hands on together what arrives together. */
function withWholeTexts<Chunk extends { type: string }>(chunks: readonly Chunk[]): unknown[] {
  const whole: unknown[] = [];
  let text: z.infer<typeof deltaSchema> | undefined;
  for (const chunk of chunks) {
    const piece = deltaSchema.safeParse(chunk).data;
    if (text && piece?.id === text.id) {
      text.delta += piece.delta;
      continue;
    }
    text = piece;
    whole.push(text ?? chunk);
  }
  return whole;
}

test("100 broken connections, and a second reader beside: not a chunk lost, not one twice", async () => {
  await using stage = await Stage.open();
  const text = new SlowText();
  stage.services.model.script = () => text.begin();
  const steady = await stage.say(request);
  const shaken = await followWithDrops(stage, 100);
  await shaken.dropped;
  // Back again: of an answer that ends while nobody listens, a page reads the stored message.
  const heard = shaken.chunks.length;
  await expect.poll(() => shaken.chunks.length, { timeout: 20_000 }).toBeGreaterThan(heard);
  text.finish();
  await Promise.all([shaken.read, steady.over]);

  expect(withWholeTexts(shaken.chunks)).toEqual(withWholeTexts(steady.chunks));
  const chat = await stage.untilEnded();
  expect(storedTexts(chat)).toEqual(steady.texts());
  const words =
    steady
      .texts()
      .join()
      .match(/word\d+/g) ?? [];
  expect(words).toEqual(words.map((_, index) => `word${index + 1}`));
  console.log(`100 broken connections: ${words.length} words in ${steady.chunks.length} chunks`);
});

test("stop, from another connection, ends the model's call and keeps the text", async () => {
  await using stage = await Stage.open();
  const text = new SlowText();
  stage.services.model.script = () => text.begin();
  const delays: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const reader = await stage.say(request);
    await reader.untilChunk("text-delta");
    const { cut } = text;
    const pressed = performance.now();
    expect((await stage.person.stop(stage.chatId)).status).toBe(202);
    await cut;
    delays.push(performance.now() - pressed);
    await reader.over;
    const chat = await stage.untilEnded();
    expect(text.writing).toBe(0);
    expect(chat.messages.at(-1)?.metadata.outcome).toEqual({ status: "stopped" });
    expect(storedTexts(chat)).toEqual(reader.texts());
  }
  const median = delays.toSorted((one, other) => one - other)[4];
  console.log(`stop: the model's connection closed after ${median?.toFixed(0)} ms (median of 9)`);
});

test("500 readers that come and go leave nothing open", async () => {
  await using stage = await Stage.open();
  const text = new SlowText();
  stage.services.model.script = () => text.begin();
  const steady = await stage.say(request);
  await steady.untilChunk("text-delta");
  const server = servingProcess(stage.server.processId());
  const visit = async () => {
    const leave = new AbortController();
    const reader = new Reader(await stage.person.follow(stage.chatId, 0, leave.signal));
    await reader.untilChunk("text-delta");
    leave.abort();
    await reader.over;
  };
  await visit();
  const before = openHandles(server);
  for (let batch = 0; batch < 20; batch += 1) await Promise.all(Array.from({ length: 25 }, visit));
  await expect.poll(() => openHandles(server), { timeout: 20_000 }).toBeLessThan(before + 10);
  console.log(`500 visits: ${before} handles before, ${openHandles(server)} after`);

  text.finish();
  await steady.over;
  expect(storedTexts(await stage.untilEnded())).toEqual(steady.texts());
});
