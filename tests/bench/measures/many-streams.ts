import { median, quantile } from "../../support/quantile.ts";
import { now } from "../clock.ts";
import type { Figure, ReferenceName } from "../figures.ts";
import { listen } from "../listen.ts";
import type { Subject } from "../subjects.ts";

const streams = 100;
const rounds = 3;
/** Eight seconds of 50 pieces each. */
const answer = { pieces: 400, interval: 20, kind: "stamps" } as const;

type Load = { delivered: number; delay: number; perPiece: number; memory: number };

async function load(subject: Subject): Promise<Load> {
  const messages = Array.from({ length: streams }, () => subject.message(answer));
  const before = subject.program.processorTime();
  const begun = now();
  const heard = await Promise.all(messages.map(listen));
  const used = subject.program.processorTime() - before;
  const pieces = heard.flatMap(({ pieces }) => pieces);
  const end = begun + answer.pieces * answer.interval;
  return {
    delivered: (pieces.filter(({ heardAt }) => heardAt <= end).length * 1000) / (end - begun),
    delay: quantile(
      pieces.map(({ saidAt, heardAt }) => heardAt - saidAt),
      0.95,
    ),
    perPiece: (used * 1000) / pieces.length,
    memory: subject.program.memory() / 1e6,
  };
}

/** What a server adds to a hundred answers at once. */
export async function measureManyStreams(subjects: readonly Subject[]): Promise<Figure[]> {
  const loads = new Map<Subject["name"], Load[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects)
      loads.set(subject.name, [...(loads.get(subject.name) ?? []), await load(subject)]);
  }
  const of = (name: Subject["name"], key: keyof Load) =>
    median((loads.get(name) ?? []).map((one) => one[key]));
  const figure = (row: string, unit: string, key: keyof Load, name: ReferenceName) => ({
    row: `100 streams × 50/s: ${row}`,
    unit,
    ours: of("ours", key),
    reference: { name, value: of(name, key) },
  });
  return [
    {
      ...figure("pieces delivered per second", "/s", "delivered", "raw proxy"),
      target: { bound: "at least", value: 4_700, of: "ours" },
    },
    {
      ...figure("delay of a piece, p95", "ms", "delay", "minimal Next"),
      target: { bound: "at most", value: 100, of: "ours" },
    },
    {
      ...figure("server CPU per piece", "µs", "perPiece", "minimal Next"),
      target: { bound: "at most", value: 0.75, of: "ratio" },
    },
    figure("memory afterwards", "MB", "memory", "minimal Next"),
  ];
}
