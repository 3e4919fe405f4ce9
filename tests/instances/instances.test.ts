import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, faultless } from "../faults/audit";
import { signIn, signUp } from "../faults/person";
import { storedTexts } from "../faults/reader";
import { closing, createIssue, routine } from "../faults/script";
import { SlowText } from "../faults/text-stream";
import { postgresPrograms } from "../support/postgres";
import { quantile } from "../support/quantile";
import { Cluster } from "./cluster";

const attachments = 50;
const messagesPerMinute = 40;

describe.skipIf(!postgresPrograms())("three instances on one PostgreSQL", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.open(3, { MESSAGES_PER_MINUTE: String(messagesPerMinute) });
  });

  afterAll(async () => {
    expect(await audit(cluster)).toMatchObject(faultless);
    await cluster[Symbol.asyncDispose]();
  });

  test("keep nothing on their disks", () => {
    expect(existsSync(cluster.dataDirectory)).toBe(false);
  });

  test("an answer that one writes is read at another, word for word, and stopped at a third", async () => {
    const text = new SlowText();
    cluster.services.model.script = () => text.begin();
    const chatId = crypto.randomUUID();
    const writing = await cluster.say(0, chatId);
    await writing.untilChunk("text-delta");
    const reading = await cluster.watch(1, chatId);
    await reading.untilChunk("text-delta");

    const waits: number[] = [];
    for (let attached = 0; attached < attachments; attached += 1) {
      const abort = new AbortController();
      const begun = performance.now();
      const response = await cluster.at(2).follow(chatId, 0, abort.signal);
      await response.body?.getReader().read();
      waits.push(performance.now() - begun);
      abort.abort();
    }
    console.log(
      `attached at another instance: ${Math.round(quantile(waits, 0.5))} ms (median), ${Math.round(quantile(waits, 0.95))} ms (p95) of ${attachments}`,
    );

    // The model may lose its listener before the answer to the stop is here.
    const { cut } = text;
    expect((await cluster.at(2).stop(chatId)).status).toBe(202);
    await Promise.all([writing.over, reading.over, cut]);
    expect(reading.texts()).toEqual(writing.texts());
    const chat = await cluster.untilEnded(1, chatId);
    expect(chat.messages.at(-1)?.metadata.outcome).toEqual({ status: "stopped" });
    expect(storedTexts(chat)).toEqual(writing.texts());
  });

  test("a change that is asked for at one is allowed at another, and made once", async () => {
    cluster.services.model.script = routine;
    const chatId = crypto.randomUUID();
    const reader = await cluster.say(0, chatId);
    const approval = await reader.untilApproval();
    const answers = await Promise.all(
      [0, 1, 2, 0, 1, 2].map(async (index) => (await cluster.at(index).approve(approval)).status),
    );
    expect(answers.toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    await reader.over;
    expect(reader.texts().at(-1)).toBe(closing);
    const rows = await cluster.at(2).actions(chatId);
    expect(rows.filter(({ tool }) => tool === createIssue)).toEqual([
      expect.objectContaining({ status: "succeeded" }),
    ]);
  });

  test("one message sent to all of them at once is one", async () => {
    cluster.services.model.script = () => ({ text: "Once." });
    const chatId = crypto.randomUUID();
    const message = { id: crypto.randomUUID(), text: "Hello" };
    const asked = cluster.services.model.asked;
    const answers = await Promise.all(
      [0, 1, 2].map((index) => cluster.at(index).send(chatId, message)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const runs = new Set(answers.map(({ headers }) => headers.get("x-run-id")));
    expect(runs.size).toBe(1);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    // The log goes with its run: who comes to listen when it has ended is told so, and reads the stored message.
    for (const body of bodies) expect(body).toMatch(/Once\.|^data: \[DONE\]\s*$/);
    expect(bodies.join()).toContain("Once.");
    for (const index of [0, 1, 2])
      expect(storedTexts(await cluster.at(index).chat(chatId))).toEqual(["Once."]);
    expect(cluster.services.model.asked - asked).toBe(1);
  });

  test("what one instance wrote when it was killed, another goes on with", async () => {
    const text = new SlowText();
    cluster.services.model.script = () => text.begin();
    const chatId = crypto.randomUUID();
    const writing = await cluster.say(0, chatId);
    const reading = await cluster.watch(1, chatId);
    await reading.untilChunk("text-delta");
    const killed = performance.now();
    await cluster.kill(0);
    await writing.over;
    await reading.until((chunk) => (chunk.type === "data-notice" ? chunk : undefined));
    console.log(`gone on with ${Math.round(performance.now() - killed)} ms after the kill`);
    text.finish();
    const chat = await cluster.untilEnded(2, chatId);
    expect(chat.messages.at(-1)?.metadata.outcome).toEqual({ status: "done" });
    const [seen = ""] = writing.texts();
    expect(storedTexts(chat)[0]?.slice(0, seen.length)).toBe(seen);
    await cluster.instances[0]?.restart();
  });

  test("what one person may send is counted for all instances together", async () => {
    cluster.services.model.script = () => ({ text: "Hi." });
    const { origin } = cluster.person;
    const sender = await signIn(origin, await signUp(origin));
    const statuses = await Promise.all(
      Array.from({ length: messagesPerMinute + 5 }, async (_, index) => {
        const message = { id: crypto.randomUUID(), text: "Hello" };
        const at = sender.at(cluster.at(index % 3).origin);
        const answer = await at.send(crypto.randomUUID(), message);
        await answer.text();
        return answer.status;
      }),
    );
    const counts = [200, 429].map((status) => statuses.filter((each) => each === status).length);
    expect(counts).toEqual([messagesPerMinute, 5]);
  });
});
