import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { request } from "./kill-points/kill-point";
import type { Person } from "./person";
import { residentBytes, servingProcess } from "./proc";
import { storedTexts } from "./reader";
import { Stage } from "./stage";
import { textStream } from "./text-stream";

const megabyte = 1024 * 1024;
const slowReaders = 50;

/** About 5 MB, a kilobyte at a time. */
const pieces = Array.from({ length: 5_000 }, (_, index) => `${index} `.padEnd(1024, "words "));

/** The rest is said as fast as it is taken, once everybody listens. */
async function* spoken(listening: Promise<void>) {
  yield* pieces.slice(0, 1);
  await listening;
  yield* pieces.slice(1);
}

/** Somebody on a bad line: takes a kilobyte a second of the live answer. Resolves with its beginning. */
async function readSlowly(person: Person, chatId: string): Promise<Socket> {
  const { hostname, port, host } = new URL(person.origin);
  const socket = connect({ host: hostname, port: Number(port) });
  const head = [`GET /api/chats/${chatId}/stream?after=0 HTTP/1.1`, `host: ${host}`];
  socket.write([...head, `cookie: ${person.cookie}`, "", ""].join("\r\n"));
  await once(socket, "readable");
  const taking = setInterval(() => socket.read(1024), 1_000);
  socket.on("error", () => {});
  socket.on("close", () => clearInterval(taking));
  return socket;
}

/** Milliseconds in which a reader gets 5 MB beside others, and the bytes by which the server grows meanwhile. */
async function readBeside(
  stage: Stage,
  others: number,
): Promise<{ duration: number; growth: number }> {
  const server = servingProcess(stage.server.processId());
  const before = residentBytes(server);
  let peak = before;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentBytes(server));
  }, 100);
  const { promise: listening, resolve: goOn } = Promise.withResolvers<void>();
  stage.services.model.script = () => textStream(spoken(listening));
  const reader = await stage.say(request);
  await reader.untilChunk("text-delta");
  const slow = await Promise.all(
    Array.from({ length: others }, () => readSlowly(stage.person, stage.chatId)),
  );
  const begun = performance.now();
  goOn();
  await reader.over;
  const duration = performance.now() - begun;
  clearInterval(watching);
  for (const socket of slow) socket.destroy();
  expect(reader.texts()).toEqual([pieces.join("")]);
  expect(storedTexts(await stage.untilEnded())).toEqual(reader.texts());
  return { duration, growth: peak - before };
}

test("50 slow readers of 5 MB hold up nobody, and cost bounded memory", async () => {
  await using stage = await Stage.open();
  const alone = await readBeside(stage, 0);
  const beside = await readBeside(stage, slowReaders);
  const print = ({ duration, growth }: typeof alone) =>
    `${(duration / 1000).toFixed(1)} s, server +${(growth / megabyte).toFixed(0)} MB`;
  console.log(`5 MB, alone: ${print(alone)}; beside ${slowReaders} slow readers: ${print(beside)}`);
  expect(beside.growth).toBeLessThan(200 * megabyte);
});
