import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { authSecret } from "../support/server-settings";
import { audit } from "./audit";
import { callOf } from "./exchange";
import { afterYes, request } from "./kill-points/kill-point";
import { servingProcess } from "./proc";
import { Reader, storedTexts } from "./reader";
import { createIssue, routine } from "./script";
import { Stage } from "./stage";
import { SlowText } from "./text-stream";

const streams = 20;

/** Milliseconds within which a server that is told to end has ended. */
const drainLimit = 10_000;

/** Tells the server to end, as a service manager does. */
async function terminate(stage: Stage) {
  const told = performance.now();
  const code = await stage.server.terminate();
  return { code, duration: performance.now() - told };
}

test("told to end in 20 live streams: all of them go on after the next start", async () => {
  await using stage = await Stage.open();
  const text = new SlowText();
  stage.services.model.script = () => text.begin();
  const chatIds = Array.from({ length: streams }, () => crypto.randomUUID());
  const readers = await Promise.all(chatIds.map((chatId) => stage.say(request, { chatId })));
  await Promise.all(readers.map((reader) => reader.untilChunk("text-delta")));

  const { code, duration } = await terminate(stage);
  await Promise.all(readers.map(({ over }) => over));
  console.log(`told to end in ${streams} live streams: ended after ${duration.toFixed(0)} ms`);
  expect(code).toBe(0);
  expect(duration).toBeLessThan(drainLimit);

  await stage.server.restart();
  await expect.poll(() => text.writing, { timeout: 20_000 }).toBe(streams);
  text.finish();
  const chats = await Promise.all(chatIds.map((chatId) => stage.untilEnded({ chatId })));
  chats.forEach((chat, index) => {
    expect(chat.messages.at(-1)?.metadata.outcome).toEqual({ status: "done" });
    const [seen = ""] = readers[index]?.texts() ?? [];
    expect(storedTexts(chat)[0]?.slice(0, seen.length)).toBe(seen);
  });
  expect((await audit(stage)).messagesLost).toBe(0);
});

describe("told to end while a change is under way", () => {
  test("its answer comes in time, and counts", async () => {
    await using stage = await Stage.open();
    stage.services.model.script = routine;
    const point = await afterYes(() => callOf(createIssue), { kind: "hold-answer" })(stage);
    const ending = terminate(stage);
    point.release?.();
    expect((await ending).code).toBe(0);
    await stage.server.restart();
    await stage.untilEnded();
    const rows = await stage.person.actions(stage.chatId);
    expect(rows.find(({ tool }) => tool === createIssue)?.status).toBe("succeeded");
    expect(await audit(stage)).toMatchObject({ changesMade: 1, changesSentTwice: 0 });
  });

  test("its answer never comes: it may have been made, and is not sent again", async () => {
    await using stage = await Stage.open();
    stage.services.model.script = routine;
    await afterYes(() => callOf(createIssue), { kind: "hold-answer" })(stage);
    const { code, duration } = await terminate(stage);
    expect(code).toBe(0);
    expect(duration).toBeLessThan(drainLimit);
    await stage.server.restart();
    await stage.untilEnded();
    const rows = await stage.person.actions(stage.chatId);
    expect(rows.find(({ tool }) => tool === createIssue)?.status).toBe("unknown");
    expect(await audit(stage)).toMatchObject({ changesMade: 1, changesSentTwice: 0 });
  });
});

test("a second server on the same data says whose it is, and leaves", async () => {
  await using stage = await Stage.open();
  const begun = performance.now();
  const second = spawn("node", ["--conditions=react-server", "scripts/start.mjs"], {
    env: {
      ...process.env,
      BRANCHLINE_OWN_NODE: "1",
      AUTH_SECRET: authSecret,
      ...stage.settings,
      PORT: "1",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  second.stderr.on("data", (bytes) => {
    said += String(bytes);
  });
  const [code] = await once(second, "close");
  console.log(`a second server left after ${(performance.now() - begun).toFixed(0)} ms`);
  expect(code).toBe(1);
  expect(said).toContain(`(process ${servingProcess(stage.server.processId())})`);
  const reader = new Reader(
    await stage.person.send(stage.chatId, { id: crypto.randomUUID(), text: request }),
  );
  await reader.over;
  expect(reader.texts()).toEqual(["Done."]);
});
