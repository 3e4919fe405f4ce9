import { describe, expect, inject, test } from "vitest";
import { dispatch } from "../support/fake-wire";
import { audit, faultless } from "./audit";
import { callOf } from "./exchange";
import { modelRequest, request } from "./kill-points/kill-point";
import { signIn } from "./person";
import { branches, closing, createIssue, issue, listBranches, routine } from "./script";
import { Stage } from "./stage";
import type { Fault } from "./tcp-proxy";

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

  const { messages } = await stage.untilEnded();
  expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  expect(new Set(readers.map((reader) => reader.texts().join()))).toEqual(new Set([closing]));
  const { exchanges } = stage.services.network;
  expect(exchanges.filter(modelRequest)).toHaveLength(2);
  expect(exchanges.filter(callOf(listBranches))).toHaveLength(1);
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
  expect(await statuses(stage, createIssue)).toEqual(["succeeded"]);
  expect(await audit(stage)).toMatchObject({ ...faultless, changesSent: 1, changesMade: 1 });
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
