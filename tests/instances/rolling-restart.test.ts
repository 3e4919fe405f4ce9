import { expect, test } from "vitest";
import { audit, faultless } from "../faults/audit";
import { branches, closing, issue } from "../faults/script";
import { SlowText } from "../faults/text-stream";
import { dispatch } from "../support/fake-wire";
import { postgresPrograms } from "../support/postgres";
import { Cluster } from "./cluster";

const streams = 12;
const changes = 6;
const newChats = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

test.skipIf(!postgresPrograms())(
  `a rolling restart loses none of ${streams} live answers, and makes no change twice`,
  async () => {
    await using cluster = await Cluster.open(3);
    const text = new SlowText();
    cluster.services.model.script = ({ words, results }) => {
      if (!words.startsWith("File")) return text.begin();
      if (results === 0) return { calls: [dispatch(branches())] };
      if (results === 1) return { calls: [dispatch(issue(words))] };
      return { text: closing };
    };
    const written = newChats(streams);
    const asked = newChats(changes);
    const readers = await Promise.all(
      written.map((chatId, index) => cluster.say(index % 3, chatId, "Tell me.")),
    );
    await Promise.all(readers.map((reader) => reader.untilChunk("text-delta")));
    const questions = await Promise.all(
      asked.map((chatId, index) => cluster.say(index % 3, chatId, `File ${chatId}.`)),
    );
    const approvals = await Promise.all(questions.map((reader) => reader.untilApproval()));

    for (const [index, instance] of cluster.instances.entries()) {
      // Two people say yes at an instance that is about to go.
      const answers = approvals.splice(0, 2).map((approval) => cluster.at(index).approve(approval));
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
      expect(await instance.terminate()).toBe(0);
      await instance.restart();
    }

    // Each is written on by one of those that were started anew.
    await expect.poll(() => text.writing, { timeout: 30_000 }).toBe(streams);
    text.finish();
    const chats = await Promise.all(
      [...written, ...asked].map((chatId, index) => cluster.untilEnded(index % 3, chatId)),
    );
    const outcomes = chats.map(({ messages }) => messages.at(-1)?.metadata.outcome?.status);
    expect(outcomes).toEqual(Array.from({ length: streams + changes }, () => "done"));
    const counts = await audit(cluster);
    console.log(`rolling restart of 3: ${JSON.stringify(counts)}`);
    expect(counts).toMatchObject({ ...faultless, changesMade: changes });
  },
);
