import { median } from "../../support/quantile.ts";
import type { Figure, ReferenceName } from "../figures.ts";
import { listen } from "../listen.ts";
import type { Subject } from "../subjects.ts";

const requests = 60;
const shortAnswer = { pieces: 60, interval: 10, kind: "stamps" } as const;
const rounds = 3;
const longAnswer = { pieces: 2_000, interval: 5, kind: "stamps" } as const;

type Times = { untilAsked: number[]; untilFirst: number[]; lag: number[]; perPiece: number[] };

const noTimes = (): Times => ({ untilAsked: [], untilFirst: [], lag: [], perPiece: [] });

async function shortRound(subject: Subject, times: Times): Promise<void> {
  const { sentAt, askedAt, pieces } = await listen(subject.message(shortAnswer));
  const [first] = pieces;
  times.untilAsked.push(askedAt - sentAt);
  if (first) times.untilFirst.push(first.heardAt - first.saidAt);
}

async function longRound(subject: Subject, times: Times): Promise<void> {
  const before = subject.program.processorTime();
  const { pieces } = await listen(subject.message(longAnswer));
  const used = subject.program.processorTime() - before;
  times.perPiece.push((used * 1000) / longAnswer.pieces);
  times.lag.push(...pieces.map(({ saidAt, heardAt }) => heardAt - saidAt));
}

/** What a server adds to one answer at a time. Subjects take turns, so that what the machine does else meets all of them. */
export async function measureOneStream(subjects: readonly Subject[]): Promise<Figure[]> {
  const times = new Map(subjects.map(({ name }) => [name, noTimes()]));
  const of = (name: "ours" | ReferenceName) => times.get(name) ?? noTimes();
  // The first answers are slower everywhere: code is compiled, connections are made.
  for (const subject of subjects)
    for (let warm = 0; warm < 5; warm += 1) await listen(subject.message(shortAnswer));
  for (let round = 0; round < requests; round += 1)
    for (const subject of subjects) await shortRound(subject, of(subject.name));
  for (let round = 0; round < rounds; round += 1)
    for (const subject of subjects) await longRound(subject, of(subject.name));
  const figure = (row: string, unit: string, key: keyof Times, name: ReferenceName) => ({
    row,
    unit,
    ours: median(of("ours")[key]),
    reference: { name, value: median(of(name)[key]) },
  });
  return [
    {
      ...figure("request → request to the model, p50", "ms", "untilAsked", "minimal Next"),
      target: { bound: "at most", value: 1.5, of: "ratio" },
    },
    {
      ...figure("model's first token → client's first delta, p50", "ms", "untilFirst", "raw proxy"),
      target: { bound: "at most", value: 25, of: "excess" },
    },
    {
      ...figure("server CPU per piece, 1 stream at 200/s", "µs", "perPiece", "minimal Next"),
      target: { bound: "at most", value: 1, of: "ratio" },
    },
    figure("delay of a piece, 1 stream at 200/s, p50", "ms", "lag", "minimal Next"),
    {
      row: "raw proxy: server CPU per piece, 1 stream at 200/s",
      unit: "µs",
      ours: Number.NaN,
      reference: { name: "raw proxy", value: median(of("raw proxy").perPiece) },
    },
  ];
}
