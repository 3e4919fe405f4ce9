import { afterAll, describe, expect, inject, test } from "vitest";
import { reportRow } from "../security/report";
import { dispatch } from "../support/fake-wire";
import { audit, faultless } from "./audit";
import { callOf } from "./exchange";
import { request } from "./kill-points/kill-point";
import { signIn } from "./person";
import { storedTexts } from "./reader";
import { branches, closing, createIssue, issue, listBranches, routine } from "./script";
import { Stage } from "./stage";
import type { Fault } from "./tcp-proxy";

/** What was done more often than once, of what was sent at once. */
const row41 = {
  row: 41,
  title: "One message or one yes, sent 20 times at once",
  cases: 0,
  gotThrough: 0,
};
function countOnce(sent: number, done: readonly number[]): void {
  row41.cases += sent;
  row41.gotThrough += done.reduce((sum, count) => sum + Math.abs(count - 1), 0);
}
afterAll(() => reportRow(row41));

const times = <Result>(count: number, act: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const statuses = async ({ person, chatId }: Stage, tool: string) =>
  (await person.actions(chatId)).filter((row) => row.tool === tool).map(({ status }) => status);

test("one message id, posted 20 times at once", async () => {
  await using stage = await Stage.open();
  stage.services.model.script = ({ results }) =>
    results === 0 ? { calls: [dispatch(branches())] } : { text: closing };
  const id = crypto.randomUUID();
  const readers = await times(20, () => stage.say(request, { id }));
  await Promise.all(readers.map(({ over }) => over));

  const chat = await stage.untilEnded();
  const { messages } = chat;
  const runs = new Set(messages.flatMap(({ metadata }) => metadata.runId ?? []));
  const { network, model } = stage.services;
  const { asked } = model;
  const executed = network.exchanges.filter(callOf(listBranches));
  // Asked once for the call and once for the words after it.
  countOnce(20, [messages.length / 2, runs.size, asked / 2, executed.length]);
  expect(runs.size).toBe(1);
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  // The log goes with its run: who comes to listen when it has ended hears nothing, and reads the stored message.
  const heard = new Set(readers.map((reader) => reader.texts().join()));
  heard.delete("");
  expect(heard).toEqual(new Set([closing]));
  expect(storedTexts(chat)).toEqual([closing]);
  expect(asked).toBe(2);
  expect(executed).toHaveLength(1);
});

test("one approval, pressed 20 times at once in two sessions", async () => {
  await using stage = await Stage.open();
  stage.services.model.script = routine;
  const approval = await (await stage.say(request)).untilApproval();
  const sessions = [stage.person, await signIn(stage.server.origin, inject("installation").email)];
  const answers = await times(20, async (index) => {
    const answer = await sessions[index % sessions.length]?.approve(approval);
    return answer?.status;
  });
  expect(answers.toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  await stage.untilEnded();
  const audited = await audit(stage);
  countOnce(20, [audited.changesSent, audited.changesMade]);
  expect(await statuses(stage, createIssue)).toEqual(["succeeded"]);
  expect(audited).toMatchObject({ ...faultless, changesSent: 1, changesMade: 1 });
});

test("the same change called for twice in one answer is asked about twice", async () => {
  await using stage = await Stage.open();
  stage.services.model.script = ({ results }) =>
    results < 2 ? { calls: [dispatch(issue("Same"))] } : { text: closing };
  const reader = await stage.say(request);
  const first = await reader.untilApproval();
  await stage.person.approve(first);
  const second = await reader.untilApproval(first);
  expect(await stage.services.changes()).toHaveLength(1);
  await stage.person.deny(second);
  await stage.untilEnded();
  expect((await statuses(stage, createIssue)).toSorted()).toEqual(["denied", "succeeded"]);
  expect(await audit(stage)).toMatchObject({ ...faultless, changesSent: 1, changesMade: 1 });
});

describe("a connection that breaks under a change", () => {
  const broken: { name: string; fault: Fault; made: number }[] = [
    { name: "before its request arrives", fault: { kind: "drop" }, made: 0 },
    { name: "when it is made", fault: { kind: "lose-answer", reset: false }, made: 1 },
    { name: "by a reset, when it is made", fault: { kind: "lose-answer", reset: true }, made: 1 },
  ];
  test.for(broken)("$name", async ({ fault, made }) => {
    await using stage = await Stage.open();
    stage.services.model.script = routine;
    stage.services.network.intercept(callOf(createIssue), fault);
    await stage.say(request);
    const chat = await stage.untilEnded();
    expect(chat.messages.at(-1)?.metadata.outcome?.status).toBe("done");
    expect(await statuses(stage, createIssue)).toEqual(["unknown"]);
    expect(await audit(stage)).toMatchObject({ ...faultless, changesMade: made });
  });
});
