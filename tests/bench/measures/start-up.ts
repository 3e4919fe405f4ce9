import { setTimeout as delay } from "node:timers/promises";
import { median } from "../../support/quantile.ts";
import type { Figure } from "../figures.ts";
import type { Subject } from "../subjects.ts";

const rounds = 5;
/** Milliseconds after its first answer in which a server comes to rest. */
const settling = 15_000;

type Start = () => Promise<Subject>;

async function startOnce(start: Start): Promise<{ startedIn: number; memory: number }> {
  const subject = await start();
  await delay(settling);
  const { startedIn } = subject;
  const memory = subject.program.memory() / 1e6;
  await subject.stop();
  return { startedIn, memory };
}

type Started = Awaited<ReturnType<typeof startOnce>>;

/**
 * How soon a server answers after its start, and what it takes up with nothing to do.
 *
 * @param ours starts with an empty folder, or with what an earlier start has left in that one
 */
export async function measureStartUp(
  ours: (from?: string) => Promise<Subject & { directory: string }>,
  minimal: Start,
): Promise<Figure[]> {
  const earlier = await ours();
  await earlier.program.end();
  const first: Started[] = [];
  const again: Started[] = [];
  const reference: Started[] = [];
  for (let round = 0; round < rounds; round += 1) {
    first.push(await startOnce(() => ours()));
    again.push(await startOnce(() => ours(earlier.directory)));
    reference.push(await startOnce(minimal));
  }
  await earlier.stop();
  const figure = (row: string, unit: string, key: keyof Started, own: Started[]) => ({
    row,
    unit,
    ours: median(own.map((one) => one[key])),
    reference: {
      name: "minimal Next" as const,
      value: median(reference.map((one) => one[key])),
    },
  });
  const start = { bound: "at most", value: 1.5, of: "ratio" } as const;
  const memory = { bound: "at most", value: 180, of: "excess" } as const;
  const note = "with the embedded database, at rest";
  return [
    { ...figure("first start to first 200", "ms", "startedIn", first), target: start },
    { ...figure("later start to first 200", "ms", "startedIn", again), target: start },
    { ...figure("idle memory after a first start", "MB", "memory", first), target: memory, note },
    { ...figure("idle memory after a later start", "MB", "memory", again), target: memory, note },
  ];
}
