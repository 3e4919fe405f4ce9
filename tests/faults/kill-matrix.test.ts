import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { type Audit, audit, faultless } from "./audit";
import type { KillPoint } from "./kill-points/kill-point";
import { whileModelAnswers } from "./kill-points/while-model-answers";
import { whilePersonIsAsked } from "./kill-points/while-person-is-asked";
import { whileToolsRun } from "./kill-points/while-tools-run";
import { storedTexts } from "./reader";
import { rounds } from "./rounds";
import { Stage } from "./stage";
import { Tally } from "./tally";

/** Milliseconds after a point within which the later rounds kill. */
const spread = 60;

const tally = new Tally("point");

/**
 * Kills the server at a point, starts it again, lets the conversation come to its end, and audits it.
 *
 * @param late whether what is held is let go first, and the kill comes a random moment after
 */
async function killAt(point: KillPoint, late: boolean): Promise<Audit> {
  await using stage = await Stage.open({ connected: !point.unconnected });
  stage.services.model.script = point.script;
  const reached = await point.reach(stage);
  if (late) {
    reached.release?.();
    await delay(Math.random() * spread);
  }
  await stage.kill();
  await reached.meanwhile?.();
  await stage.server.restart();
  await reached.afterwards?.();
  const chat = await stage.untilEnded();

  // What a reader has seen stays, to the letter.
  const kept = storedTexts(chat);
  for (const reader of stage.readers) {
    const seen = reader.texts();
    expect(seen.map((text, place) => kept[place]?.slice(0, text.length))).toEqual(seen);
  }
  const ends = point.ends ?? "done";
  // A moment later, the answer may have come to its end by itself.
  expect(late ? [ends, "done"] : [ends]).toContain(chat.messages.at(-1)?.metadata.outcome?.status);
  return await audit(stage);
}

// Two at a time: a server that starts leaves a processor idle now and then.
describe.concurrent.each([
  ["while the model answers", whileModelAnswers],
  ["while tools run", whileToolsRun],
  ["while a person is asked", whilePersonIsAsked],
])("killed %s", (_when, points) => {
  test.for(points)("$name", { timeout: 120_000 * rounds }, async (point) => {
    for (let round = 0; round < rounds; round += 1) {
      const counts = await killAt(point, round > 0);
      tally.add(point.name, counts);
      expect(counts).toMatchObject(faultless);
    }
  });
});

afterAll(() => tally.print());
