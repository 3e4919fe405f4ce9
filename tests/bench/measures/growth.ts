import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import { median } from "../../support/quantile.ts";
import { now } from "../clock.ts";
import type { Figure } from "../figures.ts";
import { listen } from "../listen.ts";
import { promptFor } from "../prompt.ts";
import { type Subject, startOurs } from "../subjects.ts";

const rounds = 20;
const warmRounds = 3;
/** Chats of a person, and messages of the chats in which there are turns: few, and many. */
const few = { chats: 10, lengths: [10] };
const many = { chats: 10_000, lengths: [1_000, 100_000] };

type Ours = Awaited<ReturnType<typeof startOurs>>;
type Installation = { server: Subject; cookie: string; chatIds: string[] };

/** A server on a database that holds so much already. */
async function startGrown(
  modelAddress: string,
  { chats, lengths }: typeof few,
): Promise<Installation> {
  const empty: Ours = await startOurs(modelAddress);
  await empty.program.stop();
  const words = ["--conditions=react-server", "tests/bench/store-chats.ts", empty.directory];
  const { stdout } = await promisify(execFile)("node", [
    ...words,
    ...[chats, ...lengths].map(String),
  ]);
  const chatIds = z.array(z.string()).parse(JSON.parse(stdout));
  const server = await startOurs(modelAddress, empty.directory);
  await empty.stop();
  return { server, cookie: empty.cookie, chatIds };
}

/** Milliseconds of one turn: until the model is asked, and to the end of its answer. */
async function turn(
  { server: { origin }, cookie }: Installation,
  chatId: string,
): Promise<{ asked: number; whole: number }> {
  const text = promptFor({ pieces: 1, interval: 0, kind: "stamps" });
  const { sentAt, askedAt, endedAt } = await listen({
    address: new URL(`/api/chats/${chatId}/messages`, origin),
    headers: { "content-type": "application/json", cookie, origin },
    body: JSON.stringify({ id: randomUUID(), text }),
  });
  return { asked: askedAt - sentAt, whole: endedAt - sentAt };
}

/** Milliseconds until an answer is there as a whole. */
async function fetched({ server, cookie }: Installation, path: string): Promise<number> {
  const begun = now();
  const answer = await fetch(new URL(path, server.origin), { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return now() - begun;
}

/** What the same costs when there is much more of everything. What is compared takes turns. */
export async function measureGrowth(modelAddress: string): Promise<Figure[]> {
  const small = await startGrown(modelAddress, few);
  const large = await startGrown(modelAddress, many);
  const times = new Map<string, number[]>();
  const note = (name: string, time: number) => times.set(name, [...(times.get(name) ?? []), time]);
  const places = [
    ...small.chatIds.map((id, index) => ({ at: small, id, length: few.lengths[index] })),
    ...large.chatIds.map((id, index) => ({ at: large, id, length: many.lengths[index] })),
  ];
  const asked = [
    { name: "list", path: () => "/api/chats" },
    // Another word each time, of those that a few messages have.
    { name: "search", path: (round: number) => `/api/chats?query=rare${round % 20}` },
  ];
  try {
    for (let round = -warmRounds; round < rounds; round += 1) {
      for (const { at, id, length } of places) {
        const { asked: untilAsked, whole } = await turn(at, id);
        const page = await fetched(at, `/chat/${id}`);
        if (round < 0) continue;
        note(`asked ${length}`, untilAsked);
        note(`turn ${length}`, whole);
        note(`page ${length}`, page);
      }
      for (const { name, path } of asked)
        for (const at of [small, large]) {
          const time = await fetched(at, path(Math.abs(round)));
          if (round >= 0) note(`${name} ${at === small ? few.chats : many.chats}`, time);
        }
    }
  } finally {
    await small.server.stop();
    await large.server.stop();
  }
  const figure = (row: string, name: string, [least, most]: [number, number], value: number) => ({
    row,
    unit: "ms",
    ours: median(times.get(`${name} ${most}`) ?? []),
    reference: { name: "smallest" as const, value: median(times.get(`${name} ${least}`) ?? []) },
    target: { bound: "at most" as const, value, of: "ratio" as const },
  });
  return [1_000, 100_000]
    .flatMap((length) => [
      figure(`turn in a chat of ${length} messages (smallest: 10)`, "turn", [10, length], 1.3),
      figure(`– request → request to the model, ${length} messages`, "asked", [10, length], 1.3),
      figure(`– page of the chat, ${length} messages`, "page", [10, length], 1.3),
    ])
    .concat([
      figure("list of 10,000 chats (smallest: 10)", "list", [10, 10_000], 2),
      figure("search in 10,000 chats (smallest: 10)", "search", [10, 10_000], 2),
    ]);
}
