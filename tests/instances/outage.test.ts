import { expect, test } from "vitest";
import { audit, faultless } from "../faults/audit";
import { storedTexts } from "../faults/reader";
import { SlowText } from "../faults/text-stream";
import { postgresPrograms } from "../support/postgres";
import { Cluster } from "./cluster";

/** Milliseconds the database is away. */
const outage = 5_000;

test.skipIf(!postgresPrograms())(
  `a database that is away for ${outage / 1_000} s: nothing is done that is not stored, and all goes on after it`,
  async () => {
    await using cluster = await Cluster.open(2);
    const text = new SlowText();
    cluster.services.model.script = ({ words }) =>
      words === "Slowly" ? text.begin() : { text: "Hi." };
    const live = crypto.randomUUID();
    const reader = await cluster.say(0, live, "Slowly");
    await reader.untilChunk("text-delta");

    await cluster.postgres.kill();
    const asked = cluster.services.model.asked;
    const calls = cluster.services.network.exchanges.filter(({ tools }) => tools.length > 0).length;
    const begun = performance.now();
    const statuses = new Set<number>();
    const health = new Set<number>();
    while (performance.now() - begun < outage) {
      const message = { id: crypto.randomUUID(), text: "Hello" };
      // Many at once: none of them keeps a place in the pool.
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          cluster.at(index % 2).send(crypto.randomUUID(), message),
        ),
      );
      for (const { status } of answers) statuses.add(status);
      health.add((await cluster.at(0).request("/api/health/ready")).status);
    }
    expect([...statuses]).toEqual([503]);
    expect([...health]).toEqual([503]);
    expect((await cluster.at(0).request("/api/health/live")).status).toBe(200);
    // Whatever was being asked when it went away is asked again at most; nothing new was.
    expect(cluster.services.model.asked).toBe(asked);
    expect(cluster.services.network.exchanges.filter(({ tools }) => tools.length > 0).length).toBe(
      calls,
    );

    await cluster.postgres.restart();
    const back = performance.now();
    await expect
      .poll(async () => (await cluster.at(0).request("/api/health/ready")).status, { interval: 20 })
      .toBe(200);
    console.log(`ready ${Math.round(performance.now() - back)} ms after the database`);
    const chatId = crypto.randomUUID();
    await (await cluster.say(1, chatId, "Hello")).over;
    expect(storedTexts(await cluster.untilEnded(1, chatId))).toEqual(["Hi."]);

    text.finish();
    const chat = await cluster.untilEnded(1, live);
    expect(chat.messages.at(-1)?.metadata.outcome?.status).toBe("done");
    const [seen = ""] = reader.texts();
    expect(storedTexts(chat)[0]?.slice(0, seen.length)).toBe(seen);
    expect(await audit(cluster)).toMatchObject(faultless);
  },
);
