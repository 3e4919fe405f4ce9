/** What the fake model is asked for: so many pieces, so many milliseconds apart. */
export type Plan = {
  pieces: number;
  interval: number;
  /** `stamps` says in every piece when it was said; `markdown` is an answer with headings, code, lists and a table. */
  kind: "stamps" | "markdown";
};

/** The plan as a person's message. */
export const promptFor = ({ pieces, interval, kind }: Plan): string =>
  `pieces=${pieces} interval=${interval} kind=${kind}`;

/** The last plan in a request's body; one short word when there is none. */
export function planIn(body: string): Plan {
  const found = [...body.matchAll(/pieces=(\d+) interval=([\d.]+) kind=(stamps|markdown)/g)].at(-1);
  return {
    pieces: Number(found?.[1] ?? 1),
    interval: Number(found?.[2] ?? 0),
    kind: found?.[3] === "markdown" ? "markdown" : "stamps",
  };
}

/** What a piece of a `stamps` answer says: when the model was asked, or when the piece was written, both by {@link now}. */
const stampPattern = /(asked|at)@([\d.]+);/g;

/** The stamps in a text, in order. */
export function stampsIn(text: string): { kind: "asked" | "at"; time: number }[] {
  return [...text.matchAll(stampPattern)].map(([, kind, time]) => ({
    kind: kind === "asked" ? "asked" : "at",
    time: Number(time),
  }));
}

export const stamp = (kind: "asked" | "at", time: number): string => `${kind}@${time.toFixed(3)};`;
