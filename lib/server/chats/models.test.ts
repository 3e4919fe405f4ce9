import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { Conversation } from "@/tests/support/conversation";
import { configure } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { answerAgain } from "./answer-again";
import { readChat } from "./read-chat";
import { sendMessage } from "./send-message";
import { updateChat } from "./update-chat";

const conversation = new Conversation();
const offer = (models: string) => configure({ OPENAI_MODELS: models });
beforeEach(() => {
  offer("large,small");
  conversation.wire.begin({});
});
afterEach(() => offer(""));

const modelSchema = z.object({ model: z.string() });
const asked = () =>
  conversation.wire.asked.map((body) => modelSchema.parse(JSON.parse(body)).model);
const chat = () => readChat(conversation.userId, conversation.chatId);
const choose = (model: string) => updateChat(conversation.userId, conversation.chatId, { model });
const say = async (model?: string) => {
  const message = { id: randomUUID(), text: "Please", ...(model ? { model } : {}) };
  return readRun(await sendMessage(conversation.userId, conversation.chatId, message));
};
const notices = ({ parts }: Awaited<ReturnType<typeof readRun>>) =>
  parts.flatMap((part) => (part.type === "data-notice" ? [part.data] : []));

test("the first of the list answers where nobody chose", async () => {
  await say();
  expect(asked()).toEqual(["large"]);
  expect((await chat()).model).toBe("large");
  offer("other,large");
  await say();
  expect(asked()).toEqual(["large", "other"]);
});

test("a chat is answered by the model it was given, until it is given another", async () => {
  await say("small");
  await say();
  expect((await chat()).model).toBe("small");
  await choose("large");
  await say();
  expect(asked()).toEqual(["small", "small", "large"]);
});

test("what is not offered is refused, and nothing is stored", async () => {
  await expect(say("secret")).rejects.toMatchObject({ code: "invalid_request" });
  await expect(chat()).rejects.toMatchObject({ code: "not_found" });
  await say();
  await expect(choose("secret")).rejects.toMatchObject({ code: "invalid_request" });
  expect((await chat()).model).toBe("large");
});

test("a model that is taken off the list is replaced, and the answer says so once", async () => {
  await say("small");
  offer("large");
  expect((await chat()).model).toBe("large");
  expect(notices(await say())).toEqual([
    { kind: "model-withdrawn", withdrawn: "small", model: "large" },
  ]);
  expect(notices(await say())).toEqual([]);
  expect(asked()).toEqual(["small", "large", "large"]);
});

test("another answer comes from the model that is chosen by then", async () => {
  await say("small");
  await choose("large");
  const [question] = (await chat()).messages;
  const wish = { id: randomUUID(), messageId: question?.id ?? "" };
  await readRun(await answerAgain(conversation.userId, conversation.chatId, wish));
  expect(asked()).toEqual(["small", "large"]);
});

test("nobody chooses in somebody else's chat", async () => {
  await say();
  const change = updateChat(randomUUID(), conversation.chatId, { model: "small" });
  await expect(change).rejects.toMatchObject({ code: "not_found" });
});
