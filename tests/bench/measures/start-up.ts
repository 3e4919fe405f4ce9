import { setTimeout as delay } from "node:timers/promises";
import { median } from "../../support/quantile.ts";
import type { Figure } from "../figures.ts";
import type { Subject } from "../subjects.ts";

const rounds = 5;
/** Milliseconds after its first answer in which a server comes to rest. */
const settling = 3_000;

type Start = () => Promise<Subject>;

async function startOnce(start: Start): Promise<{ startedIn: number; memory: number }> {
  const subject = await start();
  await delay(settling);
  const { startedIn } = subject;
  const memory = subject.program.memory() / 1e6;
  await subject.stop();
  return { startedIn, memory };
}

/** How soon a server answers after its start, and what it takes up with nothing to do. */
export async function measureStartUp(ours: Start, minimal: Start): Promise<Figure[]> {
  const own: Awaited<ReturnType<typeof startOnce>>[] = [];
  const reference: typeof own = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await startOnce(ours));
    reference.push(await startOnce(minimal));
  }
  const figure = (row: string, unit: string, key: "startedIn" | "memory") => ({
    row,
    unit,
    ours: median(own.map((one) => one[key])),
    reference: { name: "minimal Next" as const, value: median(reference.map((one) => one[key])) },
  });
  return [
    {
      ...figure("start to first 200", "ms", "startedIn"),
      target: { bound: "at most", value: 1.5, of: "ratio" },
    },
    {
      ...figure("idle memory", "MB", "memory"),
      target: { bound: "at most", value: 180, of: "excess" },
      note: "with the embedded database",
    },
  ];
}
