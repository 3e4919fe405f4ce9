import { request } from "node:http";
import { now } from "./clock.ts";
import { stampsIn } from "./prompt.ts";
import type { Message } from "./subjects.ts";

/** What a client heard of one answer; times in milliseconds by {@link now}. */
export type Heard = {
  sentAt: number;
  /** When the model had the request. */
  askedAt: number;
  /** Of every piece, when the model said it and when it was here. */
  pieces: { saidAt: number; heardAt: number }[];
  endedAt: number;
};

/** Sends a message and listens to its answer to the end. Pieces are counted in the text, in however many events it comes. */
export function listen({ address, headers, body }: Message): Promise<Heard> {
  const heard: Heard = { sentAt: now(), askedAt: Number.NaN, pieces: [], endedAt: Number.NaN };
  const { promise, resolve, reject } = Promise.withResolvers<Heard>();
  const sending = request(address, { method: "POST", headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}.`));
    let rest = "";
    answer.setEncoding("utf8");
    answer.on("data", (text: string) => {
      const heardAt = now();
      rest += text;
      const end = rest.lastIndexOf(";") + 1;
      for (const { kind, time } of stampsIn(rest.slice(0, end))) {
        if (kind === "asked") heard.askedAt = time;
        else heard.pieces.push({ saidAt: time, heardAt });
      }
      rest = rest.slice(end);
    });
    answer.on("end", () => resolve({ ...heard, endedAt: now() }));
    answer.on("error", reject);
  });
  sending.on("error", reject);
  sending.end(body);
  return promise;
}
