import { beforeEach, describe, expect, test, vi } from "vitest";
import { Conversation } from "@/tests/support/conversation";
import { configure } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { listChats } from "../list-chats";
import { updateChat } from "../update-chat";
import { readTitle } from "./name-chat";

const conversation = new Conversation();
// An answer that fails is not what is looked at here, however busy the machine.
beforeEach(() => configure({ MCP_REQUEST_TIMEOUT_MS: "30000" }));
const question = "Could you please show me which pull requests of the api repository wait for me?";
const excerpt = "Could you please show me which pull requests of the api rep…";

async function listed() {
  const { chats } = await listChats(conversation.userId);
  return chats.find(({ id }) => id === conversation.chatId);
}

/** The title once nothing is about to change it. */
async function settledTitle(): Promise<string | undefined> {
  await vi.waitFor(async () => expect(await listed()).toMatchObject({ naming: false }));
  return (await listed())?.title;
}

async function ask(text = question): Promise<void> {
  await readRun(await conversation.send(text));
}

describe("a chat", () => {
  test("is named by the model once its first answer has ended, and only once", async () => {
    const asked: string[] = [];
    const title = (body: string) => {
      asked.push(body);
      return "Waiting pull requests";
    };
    conversation.wire.begin({ title });
    await ask();
    expect(await settledTitle()).toBe("Waiting pull requests");
    await ask("And now?");
    expect(await settledTitle()).toBe("Waiting pull requests");
    expect(asked).toHaveLength(1);
    expect(JSON.parse(asked[0] ?? "")).toMatchObject({ max_output_tokens: 400, store: false });
    expect(asked[0]).toContain(question);
  });

  test("has its answer ended, and says that a title is coming, while the model still thinks of one", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    conversation.wire.begin({ title: () => promise });
    await ask();
    expect(await listed()).toMatchObject({ title: excerpt, naming: true });
    expect((await conversation.stored())?.metadata?.outcome).toEqual({ status: "done" });
    resolve("A title");
    expect(await settledTitle()).toBe("A title");
  });

  test("keeps the name a person gives it meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    conversation.wire.begin({ title: () => promise });
    await ask();
    await updateChat(conversation.userId, conversation.chatId, { title: "Mine" });
    resolve("The model's");
    expect(await settledTitle()).toBe("Mine");
  });

  test("keeps the beginning of its message when the model fails, and the answer does not tell", async () => {
    let asked = 0;
    const title = () => {
      asked += 1;
      return Response.json({ error: { message: "Broken." } }, { status: 500 });
    };
    conversation.wire.begin({ title });
    await ask();
    expect(await settledTitle()).toBe(excerpt);
    expect(asked).toBe(1);
    expect((await conversation.stored())?.metadata?.outcome).toEqual({ status: "done" });
  });

  test("that failed to be answered is not named", async () => {
    let asked = 0;
    const title = () => {
      asked += 1;
      return "A title";
    };
    const refused = () => Response.json({ error: { message: "No." } }, { status: 401 });
    conversation.wire.begin({ title, model: refused });
    await ask();
    expect(await settledTitle()).toBe(excerpt);
    expect(asked).toBe(0);
  });

  test("is not named past the person's limit, which the title counts towards", async () => {
    configure({ TOKENS_PER_DAY: "3" });
    try {
      conversation.wire.begin({ title: () => "Named" });
      await ask();
      expect(await settledTitle()).toBe("Named");
      await ask("Twice as much is too much");
      // Two tokens for the answer, two for the title: nothing is left.
      expect((await conversation.stored())?.metadata?.outcome).toMatchObject({
        error: { code: "token_limit" },
      });
    } finally {
      configure({ TOKENS_PER_DAY: "" });
    }
  });
});

test.each([
  ['"Open pull requests"', "Open pull requests"],
  ["Title: Open pull requests.", "Open pull requests"],
  ["# Open pull requests\n\nThese are …", "Open pull requests"],
  ["  **Open   pull requests** ", "Open pull requests"],
  ["\u0000", "\uFFFD"],
  ["", ""],
  ["'…'", "…"],
])("a model that says %j means %j", (said, title) => {
  expect(readTitle(said)).toBe(title);
});

test("a title is short, whatever the model says", () => {
  expect(readTitle("word ".repeat(100))).toHaveLength(80);
});
