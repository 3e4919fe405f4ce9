import { expect, test } from "vitest";
import { approvalOf, Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { readRun, someAction } from "@/tests/support/run-reader";
import { measurePrompts } from "@/tests/support/sent-prompts";
import { decideApproval } from "../policy/decide-approval.ts";

const conversation = new Conversation();
const turns = 30;

/** A page of a provider's list, of about so many characters. */
function page(characters: number, turn: number) {
  const entry = (index: number) => ({
    id: turn * 100 + index,
    title: `Pull request ${index} of turn ${turn}`,
    description: "What it changes, and why. ".repeat(8),
  });
  return {
    values: Array.from({ length: Math.round(characters / 280) }, (_, index) => entry(index)),
  };
}

async function hold(sizeOf: (turn: number) => number) {
  let turn = 0;
  const read = () => dispatch(["BITBUCKET_LIST_PULL_REQUESTS", { page: turn }]);
  const change = () =>
    dispatch(["BITBUCKET_CREATE_BRANCH", { name: `fix-${turn}`, target: "c0ffee" }]);
  const answer = { text: `Here is what I found. ${"It is as you thought. ".repeat(12)}` };
  conversation.wire.begin({
    execute: ({ tool }) => ({
      data: tool.startsWith("BITBUCKET_LIST") ? page(sizeOf(turn), turn) : { name: `fix-${turn}` },
    }),
    model: () => steps.shift() ?? answer,
  });
  let steps: object[] = [];
  for (turn = 1; turn <= turns; turn += 1) {
    const changes = turn % 3 === 0;
    steps = [{ calls: [read()] }, ...(changes ? [{ calls: [change()] }] : []), answer];
    const id = await conversation.send(`What about number ${turn}? Please look again and tell me.`);
    if (changes) {
      const waiting = await readRun(id, someAction("approval"));
      await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    }
    expect((await readRun(id)).metadata?.outcome).toEqual({ status: "done" });
  }
  return measurePrompts(conversation.wire.asked);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Two ways in which 200 kB come together in 30 turns. */
test.each<[string, (turn: number) => number]>([
  ["a page a turn", () => 6_700],
  ["a large page every other turn", (turn) => (turn % 2 === 1 ? 13_300 : 100)],
])(
  "30 turns with 200 kB of results, %s: half the tokens, and prompts that begin alike",
  async (name, sizeOf) => {
    const prompts = await hold(sizeOf);
    expect(sum(prompts.map(({ results }) => results))).toBeGreaterThan(200_000);
    const share =
      sum(prompts.map((prompt) => prompt.length)) /
      sum(prompts.map((prompt) => prompt.plainLength));
    const known = prompts.slice(1).map(({ length, unchanged, previousLength }) => ({
      ofThis: unchanged / length,
      ofLast: unchanged / previousLength,
    }));
    const least = Math.min(...known.map(({ ofLast }) => ofLast));
    const cached =
      sum(prompts.map(({ unchanged }) => unchanged)) / sum(prompts.map(({ length }) => length));
    process.stdout.write(
      `${name}: ${prompts.length} requests, ${(share * 100).toFixed(0)} % of the plain tokens; of each request at least ${(least * 100).toFixed(0)} % begin the next; ${(cached * 100).toFixed(0)} % of all tokens were sent before\n`,
    );
    expect(share).toBeLessThanOrEqual(0.5);
    expect(cached).toBeGreaterThanOrEqual(0.8);
    for (const { ofThis, ofLast } of known) {
      expect(ofLast).toBeGreaterThanOrEqual(0.8);
      // Behind all that was sent before there may be any amount of new text.
      if (ofLast < 0.99) expect(ofThis).toBeGreaterThanOrEqual(0.8);
    }
  },
);
