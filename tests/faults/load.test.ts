import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { dispatch } from "../support/fake-wire";
import { audit, faultless } from "./audit";
import { callOf } from "./exchange";
import { rounds } from "./rounds";
import { branches, closing, createIssue, issue } from "./script";
import { Stage } from "./stage";
import { Tally } from "./tally";

const kills = rounds > 1 ? 5 * rounds : 3;
const people = 6;

/** Milliseconds a server lives before it is killed, at most. */
const longestLife = 2_500;

/** Milliseconds that a change takes on its way to the service, at most. */
const slowness = 300;

/** Tries again until it works: for calls to a server that is not always there. */
async function insist<Result>(call: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await call();
    } catch {
      await delay(100);
    }
  }
}

test(`${kills} kills at any moment, under load`, { timeout: 60_000 + kills * 20_000 }, async () => {
  await using stage = await Stage.open();
  stage.services.model.script = ({ words, results }) => {
    if (results === 0) return { text: "I look first.", calls: [dispatch(branches())] };
    if (results === 1) return { calls: [dispatch(issue(words))] };
    return { text: closing };
  };
  let isOver = false;
  let conversations = 0;
  const converse = async () => {
    while (!isOver) {
      const chatId = crypto.randomUUID();
      const id = crypto.randomUUID();
      // Some requests take their time, so that more kills find one on its way.
      const milliseconds = Math.random() * slowness;
      stage.services.network.intercept(callOf(createIssue), { kind: "delay", milliseconds });
      // The same message until the server has it, as a browser does.
      await insist(() => stage.say(`File ${chatId}.`, { id, chatId }));
      await insist(() => stage.untilEnded({ chatId }));
      conversations += 1;
    }
  };
  const everybody = Promise.all(Array.from({ length: people }, converse));
  const starts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await delay(Math.random() * longestLife);
    await stage.kill();
    const begun = performance.now();
    await stage.server.restart();
    starts.push(performance.now() - begun);
  }
  isOver = true;
  await everybody;

  const counts = await audit(stage);
  const tally = new Tally("under load");
  tally.add(`${conversations} conversations`, counts);
  tally.print();
  const sorted = starts.toSorted((one, other) => one - other).map((start) => start.toFixed(0));
  console.log(
    `from start to ready: ${sorted[Math.floor(kills / 2)]} ms (median), ${sorted.at(-1)} ms (longest)`,
  );
  expect(counts).toMatchObject(faultless);
});
