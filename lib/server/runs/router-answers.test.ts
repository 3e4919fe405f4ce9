import { describe, expect, test } from "vitest";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { listedTool, textResult } from "@/tests/support/mcp-endpoint";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { readAction, readResultText } from "../policy/audit.ts";
import { decideApproval } from "../policy/decide-approval.ts";

const conversation = new Conversation();
const read = "BITBUCKET_LIST_ISSUES";
const change = "BITBUCKET_CREATE_ISSUE";
const issue = { workspace: "acme", repo_slug: "api", title: "T", content: { raw: "C" } };

const answering = (id: number, text: string, isError = false) =>
  Response.json({ jsonrpc: "2.0", id, result: textResult(text, isError) });

async function run(tool: string): Promise<ReturnType<typeof actionsOf>[number] | undefined> {
  const runId = await conversation.send();
  if (tool === change) {
    const waiting = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
  }
  const message = await readRun(runId);
  expect(message.metadata?.outcome).toEqual({ status: "done" });
  return actionsOf(message)[0];
}

describe.each([read, change])("%s", (tool) => {
  const script = callThenText(dispatch([tool, issue]));

  test.each<[string, unknown, boolean]>([
    ["an error of the protocol", "The tool broke.", true],
    [
      "an answer that says it failed",
      { successful: false, data: null, error: "The tool broke." },
      false,
    ],
  ])("that fails with %s has failed, and is not sent again", async (_name, body, isError) => {
    conversation.wire.begin({
      ...script,
      answerCall: (id) =>
        answering(id, typeof body === "string" ? body : JSON.stringify(body), isError),
    });
    expect((await run(tool))?.state).toMatchObject({
      status: "failed",
      error: { code: "tool_failed", message: "The tool broke." },
    });
    expect(conversation.wire.arrived).toEqual([tool]);
  });

  const provider = {
    http_error: "410 Client Error: Gone for url: https://api.bitbucket.org/2.0/repositories",
    status_code: 410,
    message: JSON.stringify({
      type: "error",
      error: { message: "CHANGE-3222 - Issues have been removed" },
    }),
  };
  const item = { tool_slug: tool, index: 0 };
  const failure = { successful: false, data: provider, error: provider.http_error };

  test.each<[string, object]>([
    ["an item's response", { results: [{ ...item, response: failure, error: failure.error }] }],
    ["an item itself", { results: [{ ...item, ...failure }] }],
    ["an item of the older list", { response_data: [{ ...item, response: failure }] }],
    ["an item's sentence", { results: [{ ...item, response: null, error: failure.error }] }],
  ])("that Bitbucket has removed is said to be removed, from %s", async (_place, data) => {
    conversation.wire.begin({
      ...script,
      answerCall: (id) => answering(id, JSON.stringify({ successful: true, data, error: null })),
    });
    const state = (await run(tool))?.state;
    expect(state).toMatchObject({
      status: "failed",
      error: {
        code: "removed",
        message: expect.stringContaining("Bitbucket has removed this function."),
        hint: expect.stringContaining("Connecting again does not help"),
      },
    });
    expect(JSON.stringify(state)).not.toMatch(/reconnect|connect bitbucket/i);
    expect(conversation.wire.asked[1]).toContain("removed this function");
    expect(conversation.wire.arrived).toEqual([tool]);
  });
});

test("bytes that are no UTF-8 do not keep a result from being stored and shown", async () => {
  conversation.wire.begin({
    ...callThenText(dispatch([read, {}])),
    answerCall(id) {
      const text = JSON.stringify({ successful: true, data: { name: "a|b" }, error: null });
      const [head = "", tail = ""] = JSON.stringify({
        jsonrpc: "2.0",
        id,
        result: textResult(text),
      }).split("|");
      const body = Buffer.concat([Buffer.from(head), Buffer.from([0xff]), Buffer.from(tail)]);
      return new Response(body, { headers: { "content-type": "application/json" } });
    },
  });
  expect((await run(read))?.state).toEqual({ status: "succeeded", result: { name: "a\uFFFDb" } });
});

describe("a result of ten megabytes", () => {
  const text = "z".repeat(10_000_000);

  test("stays behind for its owner, in lines; the message and the model get little of it", async () => {
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => ({ data: { name: "main", text } }),
    });
    const action = await run(read);
    const stored = await conversation.stored();
    expect(action?.state).toMatchObject({ status: "succeeded", omittedBytes: 10_000_025 });
    expect(JSON.stringify(stored).length).toBeLessThan(100_000);
    expect(conversation.wire.asked[1]?.length).toBeLessThan(100_000);
    const id = action?.id ?? "";
    expect(await readResultText(conversation.userId, id)).toBe(
      `{\n    "name": "main",\n    "text": "${text}"\n}`,
    );
    expect(await readAction(conversation.userId, id)).toMatchObject({ wholeResult: { text } });
    const absent = { code: "not_found" };
    await expect(readResultText(await createUser(), id)).rejects.toMatchObject(absent);
  });

  test("that is a text is read as it is", async () => {
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => ({ data: "one\ntwo\n".repeat(50_000) }),
    });
    const action = await run(read);
    expect(await readResultText(conversation.userId, action?.id ?? "")).toMatch(/^one\ntwo\n/);
  });
});

test("an action without a result has nothing to show", async () => {
  conversation.wire.begin({
    ...callThenText(dispatch([read, {}])),
    answerCall: () => new Response("", { status: 500 }),
  });
  const action = await run(read);
  await expect(readResultText(conversation.userId, action?.id ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
});

describe("tools that change", () => {
  const search = listedTool("COMPOSIO_SEARCH_TOOLS", { annotations: { readOnlyHint: true } });
  const extra = listedTool("BITBUCKET_LIST_BRANCHES", { annotations: { readOnlyHint: true } });

  test("in the middle of an answer are said to be gone, and the chat goes on", async () => {
    const call = { name: extra.name, arguments: {} };
    const tools = [search, extra];
    conversation.wire.begin({
      tools,
      model(index) {
        if (index > 0) return { text: "It is gone." };
        tools.pop();
        return { calls: [call] };
      },
      answerCall: (id) => answering(id, `MCP error -32602: Tool ${extra.name} not found`, true),
    });
    expect((await run(read))?.state).toMatchObject({
      status: "failed",
      error: {
        message: `The tool router no longer offers ${extra.name}.`,
        hint: "Ask again: the next answer uses the tools it offers now.",
      },
    });
    expect(conversation.wire.arrived).toEqual([extra.name]);
    conversation.wire.begin({ tools });
    await run(read);
    const { tools: offered } = JSON.parse(conversation.wire.asked[0] ?? "{}");
    expect(offered).toMatchObject([{ name: search.name }]);
  });
});
