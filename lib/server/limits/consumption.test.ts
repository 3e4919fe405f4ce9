import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sendMessage } from "@/lib/server/chats/send-message";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { eventStream, modelStreamText, stalledStream } from "@/tests/support/model-stream";
import { readRun, textOf } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";

const conversation = new Conversation();
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  configure({ TOKENS_PER_DAY: "", MESSAGES_PER_MINUTE: "1000", LIVE_RUNS: "1000" });
});

const sendTo = (chatId: string) =>
  sendMessage(conversation.userId, chatId, { id: randomUUID(), text: "Please" });
const tooMany = { code: "too_many_requests", status: 429, retryAfter: expect.any(Number) };

/** A model that has used so many tokens when it has spoken. */
const costing = (tokens: number) => () =>
  eventStream(
    modelStreamText({ text: "Done." }).replace('"input_tokens":1', `"input_tokens":${tokens - 1}`),
  );

describe("tokens of a day", () => {
  test("once they are used, no model is asked, and the answer says when it goes on", async () => {
    configure({ TOKENS_PER_DAY: "1000" });
    conversation.wire.begin({ model: costing(400) });
    for (let answer = 0; answer < 3; answer += 1) await readRun(await conversation.send());
    expect(conversation.wire.asked).toHaveLength(3);
    const { metadata } = await readRun(await conversation.send());
    expect(metadata?.outcome).toMatchObject({
      status: "failed",
      error: { code: "token_limit", hint: expect.stringMatching(/^It goes on after .* UTC on 20/) },
    });
    expect(conversation.wire.asked).toHaveLength(3);
  });

  test("are checked before every step", async () => {
    configure({ TOKENS_PER_DAY: "2" });
    const search = dispatch(["BITBUCKET_GET_USER", {}]);
    conversation.wire.begin({ model: () => ({ calls: [search] }) });
    const { metadata } = await readRun(await conversation.send());
    expect(metadata?.outcome).toMatchObject({ error: { code: "token_limit" } });
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("are one user's own", async () => {
    configure({ TOKENS_PER_DAY: "100" });
    conversation.wire.begin({ model: costing(400) });
    await readRun(await conversation.send());
    conversation.userId = await createUser();
    conversation.chatId = randomUUID();
    expect((await readRun(await conversation.send())).metadata?.outcome?.status).toBe("done");
  });

  test("an answer that is stopped costs what it had said", async () => {
    configure({ TOKENS_PER_DAY: "100" });
    const begun = modelStreamText({ text: "Blah ".repeat(200) }).split(
      "event: response.output_item.done",
    )[0];
    conversation.wire.begin({ model: () => stalledStream(begun ?? "") });
    const runId = await conversation.send();
    await readRun(runId, (message) => textOf(message).length > 500);
    await stopChat(conversation.userId, conversation.chatId);
    expect((await readRun(runId)).metadata?.outcome?.status).toBe("stopped");
    const { metadata } = await readRun(await conversation.send());
    expect(metadata?.outcome).toMatchObject({ error: { code: "token_limit" } });
  });

  test("without a limit nothing is counted", async () => {
    conversation.wire.begin({ model: costing(1_000_000) });
    for (let answer = 0; answer < 3; answer += 1)
      expect((await readRun(await conversation.send())).metadata?.outcome?.status).toBe("done");
  });
});

test("exactly so many messages of a user pass in a minute", async () => {
  configure({ MESSAGES_PER_MINUTE: "4" });
  conversation.wire.begin({});
  const sent = await Promise.allSettled(Array.from({ length: 9 }, () => sendTo(randomUUID())));
  const refused = sent.filter((each) => each.status === "rejected");
  expect(refused).toHaveLength(5);
  for (const { reason } of refused) expect(reason).toMatchObject(tooMany);
});

test("exactly so many answers are written for a user at once", async () => {
  configure({ LIVE_RUNS: "3" });
  const { promise: go, resolve: finish } = Promise.withResolvers<void>();
  conversation.wire.begin({
    model: async () => {
      await go;
      return { text: "Done." };
    },
  });
  const sent = await Promise.allSettled(Array.from({ length: 8 }, () => sendTo(randomUUID())));
  const begun = sent.filter((each) => each.status === "fulfilled");
  expect(begun).toHaveLength(3);
  for (const each of sent)
    if (each.status === "rejected") expect(each.reason).toMatchObject(tooMany);
  finish();
  for (const { value } of begun) await readRun(value);
  await readRun(await conversation.send());
});

describe("the very same call", () => {
  const read = dispatch(["BITBUCKET_GET_PULL_REQUEST", { workspace: "a", repo_slug: "b", id: 1 }]);

  test("is carried out twice in an answer, then refused in words for the model", async () => {
    conversation.wire.begin({
      model: (index) => (index < 5 ? { calls: [read] } : { text: "I give up." }),
    });
    await readRun(await conversation.send());
    expect(conversation.sentTools()).toHaveLength(2);
    expect(conversation.wire.asked[3]).toContain("was made 2 times in this answer already");
    expect(conversation.wire.asked[2]).not.toContain("in this answer already");
  });

  test("counts within one call of the dispatcher too, whatever the order of its arguments", async () => {
    const twisted = { id: 1, repo_slug: "b", workspace: "a" };
    const plain = { workspace: "a", repo_slug: "b", id: 1 };
    const tool = "BITBUCKET_GET_PULL_REQUEST";
    const batch = dispatch(
      [tool, plain],
      [tool, twisted],
      [tool, plain],
      [tool, { ...plain, id: 2 }],
    );
    conversation.wire.begin({
      model: (index) => (index === 0 ? { calls: [batch] } : { text: "Done." }),
    });
    await readRun(await conversation.send());
    expect(conversation.wire.sent.map((call) => call.arguments.id).sort()).toEqual([1, 1, 2]);
  });

  test("in another answer is another call", async () => {
    conversation.wire.begin({
      model: (index) => (index % 3 < 2 ? { calls: [read] } : { text: "Done." }),
    });
    await readRun(await conversation.send());
    await readRun(await conversation.send());
    expect(conversation.sentTools()).toHaveLength(4);
  });
});
