import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch, type WireScript } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { listedTool, textResult } from "@/tests/support/mcp-endpoint";
import { actionsOf, readRun } from "@/tests/support/run-reader";
import { updateChat } from "../chats/update-chat.ts";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { listActions } from "../policy/audit.ts";
import { readNextPage } from "./read-next-page.ts";

const conversation = new Conversation();
const tool = "BITBUCKET_LIST_BRANCHES";
const sent = { workspace: "acme", repo_slug: "api" };
const signal = new AbortController().signal;

/** A list of 25, ten a page, whose next addresses lead astray. */
const list: WireScript["execute"] = ({ arguments: { page = 1 } }) => {
  const first = (Number(page) - 1) * 10;
  const values = Array.from({ length: Math.min(10, 25 - first) }, (_, index) => ({
    name: `branch-${first + index}`,
  }));
  const next = first < 15 ? { next: "https://evil.example/?page=77&repo_slug=other" } : {};
  return { data: { values, page, pagelen: 10, size: 25, ...next } };
};

/** An answer that made one call; gives its action's id. */
async function firstPage(execute = list, name = tool): Promise<string> {
  const script = callThenText(dispatch([name, sent]));
  conversation.wire.begin({ ...script, execute });
  const [read] = actionsOf(await readRun(await conversation.send()));
  if (!read) throw new Error("Nothing was called.");
  return read.id;
}

const nextPage = (id: string) => readNextPage(conversation.userId, id, signal);

beforeAll(() => configure({ MCP_REQUEST_TIMEOUT_MS: "20000" }));

describe("the page behind a page", () => {
  test("is the same call with the next number, and the last has none behind it", async () => {
    const second = await nextPage(await firstPage());
    expect(second.result).toMatchObject({ page: 2, values: { 0: { name: "branch-10" } } });
    const third = await nextPage(second.id);
    expect(third.result).toMatchObject({ page: 3, values: { length: 5 } });
    expect(conversation.wire.sent).toEqual([
      { tool, arguments: sent },
      { tool, arguments: { ...sent, page: 2, pagelen: 10 } },
      { tool, arguments: { ...sent, page: 3, pagelen: 10 } },
    ]);
    await expect(nextPage(third.id)).rejects.toMatchObject({ code: "invalid_request" });
  });

  test("is not read with a tool that was denied since, or whose toolkit is off in the chat", async () => {
    const id = await firstPage();
    const sentBefore = conversation.wire.sent.length;
    configure({ TOOLS_DENIED: "BITBUCKET_LIST_*" });
    await expect(nextPage(id)).rejects.toThrow("may not be used here");
    configure({ TOOLS_DENIED: "", TOOLKITS: "bitbucket,jira" });
    const { userId, chatId } = conversation;
    await updateChat(userId, chatId, { toolkits: { bitbucket: false } });
    await expect(nextPage(id)).rejects.toThrow("switched off in this chat");
    await updateChat(userId, chatId, { toolkits: { bitbucket: true } });
    configure({ TOOLKITS: "bitbucket" });
    expect(conversation.wire.sent).toHaveLength(sentBefore);
    expect((await nextPage(id)).result).toMatchObject({ page: 2 });
  });

  test("stands in the audit trail, and neither in the message nor before the model", async () => {
    const id = await firstPage();
    const asked = conversation.wire.asked.length;
    const second = await nextPage(id);
    const { records } = await listActions(conversation.userId);
    expect(
      records.map(({ action: { id, state, arguments: input } }) => [id, state.status, input]),
    ).toEqual([
      [second.id, "succeeded", { ...sent, page: 2, pagelen: 10 }],
      [id, "succeeded", sent],
    ]);
    const message = await conversation.stored();
    expect(message && actionsOf(message).map((view) => view.id)).toEqual([id]);
    expect(conversation.wire.asked).toHaveLength(asked);
    await readRun(await conversation.send("And now?"));
    expect(conversation.wire.asked.at(-1)).not.toContain("branch-10");
  });

  test("is asked for once, however often somebody wants it", async () => {
    const id = await firstPage();
    const [first, again] = [await nextPage(id), await nextPage(id)];
    expect(again).toEqual(first);
    expect(conversation.wire.sent).toHaveLength(2);
  });

  test("can be asked for again when it failed", async () => {
    let broken = true;
    const id = await firstPage((call, connection) =>
      call.arguments.page && broken ? { error: "It broke." } : list(call, connection),
    );
    await expect(nextPage(id)).rejects.toMatchObject({ code: "tool_failed", message: "It broke." });
    expect((await listActions(conversation.userId)).records[0]?.action.state.status).toBe("failed");
    broken = false;
    expect((await nextPage(id)).result).toMatchObject({ page: 2 });
    expect((await listActions(conversation.userId)).records).toHaveLength(2);
  });

  test("is not there where the tool gives its first page again", async () => {
    const id = await firstPage(() => list({ tool, arguments: {} }, undefined as never));
    await expect(nextPage(id)).rejects.toMatchObject({ message: /first page only/ });
  });

  test("is asked for by the tool's own name where the router has no dispatcher", async () => {
    const answers = [1, 2].map((page) => list({ tool, arguments: { page } }, undefined as never));
    conversation.wire.begin({
      model: (index) =>
        index === 0 ? { calls: [{ name: tool, arguments: sent }] } : { text: "Done." },
      tools: [listedTool(tool, { annotations: { readOnlyHint: true } })],
      answerCall: (id) =>
        Response.json({ jsonrpc: "2.0", id, result: textResult(JSON.stringify(answers.shift())) }),
    });
    // A warm client knows the tools of before.
    configure({});
    const [read] = actionsOf(await readRun(await conversation.send()));
    expect((await nextPage(read?.id ?? "")).result).toMatchObject({ page: 2 });
    expect(conversation.wire.arrived).toEqual([tool, tool]);
  });

  test("is not loaded twice at once", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const id = await firstPage(async (call, connection) => {
      if (call.arguments.page) {
        begin();
        await promise;
      }
      return list(call, connection);
    });
    const first = nextPage(id);
    await begun;
    await expect(nextPage(id)).rejects.toMatchObject({ code: "page_loading", status: 409 });
    resolve();
    expect((await first).result).toMatchObject({ page: 2 });
  });
});

describe("refused is", () => {
  test("somebody else's action, like one that is not there", async () => {
    const id = await firstPage();
    const stranger = await createUser();
    for (const [user, wanted] of [
      [stranger, id],
      [conversation.userId, crypto.randomUUID()],
    ] as const)
      await expect(readNextPage(user, wanted, signal)).rejects.toMatchObject({
        code: "not_found",
        status: 404,
      });
    expect(conversation.wire.sent).toHaveLength(1);
  });

  test("a tool that has no pages", async () => {
    const id = await firstPage(list, "BITBUCKET_LIST_WORKSPACE_MEMBERS");
    await expect(nextPage(id)).rejects.toMatchObject({ code: "invalid_request" });
    expect(conversation.wire.sent).toHaveLength(1);
  });

  test.each(["change", "delete"] as const)(
    "what is a %s, whatever it is called",
    async (toolClass) => {
      const id = await firstPage();
      const own = and(eq(action.id, id), eq(action.userId, conversation.userId));
      await (await database()).update(action).set({ toolClass }).where(own);
      await expect(nextPage(id)).rejects.toMatchObject({ code: "invalid_request" });
      expect(conversation.wire.sent).toHaveLength(1);
    },
  );
});
