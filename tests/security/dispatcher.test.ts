import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { stopChat } from "@/lib/server/chats/live-run";
import { actionsOfRun } from "@/lib/server/policy/actions";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { approvalOf, Conversation } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure } from "../support/installation";
import { listedTool } from "../support/mcp-endpoint";
import type { ModelStep } from "../support/model-stream";
import { actionsOf, readRun, someAction } from "../support/run-reader";
import { reportRow } from "./report";

const conversation = new Conversation();
beforeAll(() => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "20000", MESSAGES_PER_MINUTE: "1000000", LIVE_RUNS: "1000" });
});
const dispatcher = "COMPOSIO_MULTI_EXECUTE_TOOL";
const remove = "BITBUCKET_DELETE_REPOSITORY";
const target = { workspace: "acme", repo_slug: "api" };
type Call = NonNullable<ModelStep["calls"]>[number];

let cases = 0;
let gotThrough = 0;
const count = (through: number) => {
  cases += 1;
  gotThrough += through;
};

/** A turn in which the model makes this call first; ends where a person would have to answer, or at the run's end. */
async function attempt(call: Call) {
  conversation.wire.begin({
    model: (index) => (index === 0 ? { text: "Well…", calls: [call] } : { text: "Done." }),
  });
  const runId = await conversation.send();
  const message = await readRun(runId, someAction("approval"));
  return { runId, message, rows: await actionsOfRun(runId) };
}

const item = (tool_slug: unknown, input: unknown = target) => ({ tool_slug, arguments: input });
const batch = (...tools: unknown[]): Call => ({
  name: dispatcher,
  arguments: { tools, sync_response_to_workbench: false },
});

const nestedCalls: [string, Call][] = [
  ["itself", batch(item(dispatcher, { tools: [item(remove)] }))],
  [
    "itself in itself",
    batch(item(dispatcher, { tools: [item(dispatcher, { tools: [item(remove)] })] })),
  ],
  ["itself behind a read", batch(item("BITBUCKET_GET_USER"), item(dispatcher, { tools: [] }))],
  ["remote code", batch(item("COMPOSIO_REMOTE_BASH_TOOL", { command: "curl" }))],
  ["the workbench", batch(item("COMPOSIO_REMOTE_WORKBENCH", { code: "run_composio_tool()" }))],
  ["the proxy", batch(item("COMPOSIO_PROXY_EXECUTE", { method: "DELETE" }))],
  ["a lookup of the router's", batch(item("COMPOSIO_MANAGE_CONNECTIONS", {}))],
];

const disguises: [string, unknown][] = [
  ["small letters", "bitbucket_delete_repository"],
  ["mixed letters", "Bitbucket_Delete_Repository"],
  ["a space before", ` ${remove}`],
  ["a space after", `${remove} `],
  ["a line break", `${remove}\n`],
  ["a tab", `BITBUCKET_\tDELETE_REPOSITORY`],
  ["a zero-width space", "BITBUCKET_DELETE\u200B_REPOSITORY"],
  ["a zero-width joiner", "BITBUCKET_DELETE_REPOSITOR\u200DY"],
  ["a Cyrillic letter", "\u0412ITBUCKET_DELETE_REPOSITORY"],
  ["a full-width letter", "\uFF22ITBUCKET_DELETE_REPOSITORY"],
  ["a tag character", `${remove}\u{E0041}`],
  ["a bidirectional override", `\u202E${remove}`],
  ["a null", `${remove}\u0000`],
  ["a path", `../${remove}`],
  ["two names", `BITBUCKET_GET_USER,${remove}`],
  ["a number", 1],
  ["a list", [remove]],
  ["nothing", null],
  ["too many letters", "A".repeat(129)],
];

const malformed: [string, Call["arguments"]][] = [
  ["no tools", {}],
  ["tools as text", { tools: JSON.stringify([item(remove)]) }],
  ["tools as an object", { tools: { 0: item(remove) } }],
  ["tools as null", { tools: null }],
  ["no items", { tools: [] }],
  ["51 items", { tools: Array.from({ length: 51 }, () => item(remove)) }],
  ["arguments as text", { tools: [item(remove, JSON.stringify(target))] }],
  ["arguments as a list", { tools: [item(remove, ["acme", "api"])] }],
  ["arguments as null", { tools: [item(remove, null)] }],
  ["arguments too long to read", { tools: [item(remove, { ...target, x: "x".repeat(1e6) })] }],
  [
    "a key that changes the others",
    `{"tools":[{"tool_slug":"${remove}","arguments":{"__proto__":{"workspace":"acme"}}}]}`,
  ],
  [
    "the same key for the list",
    `{"__proto__":{"tools":[{"tool_slug":"${remove}","arguments":{}}]}}`,
  ],
  ["text that is no JSON", '{"tools":[{"tool_slug":"BITBUCKET_DELETE'],
  ["a bare list", "[]"],
  ["a bare text", '"BITBUCKET_DELETE_REPOSITORY"'],
];

const refused: [string, Call][] = [
  ...nestedCalls.map(([name, call]): [string, Call] => [`with ${name} inside`, call]),
  ...disguises.map(([name, slug]): [string, Call] => [`of a name with ${name}`, batch(item(slug))]),
  ...malformed.map(([name, input]): [string, Call] => [
    `with ${name}`,
    { name: dispatcher, arguments: input },
  ]),
  ...[
    "COMPOSIO_REMOTE_BASH_TOOL",
    "COMPOSIO_REMOTE_WORKBENCH",
    "COMPOSIO_PROXY_EXECUTE",
    "composio_multi_execute_tool",
    `${dispatcher} `,
  ].map((name): [string, Call] => [
    `of ${JSON.stringify(name)} itself`,
    { name, arguments: { tools: [item(remove)] } },
  ]),
];

describe("refused before anything is sent", () => {
  test.each(refused)("a call %s", async (_name, call) => {
    const { message, rows } = await attempt(call);
    const arrived = conversation.wire.arrived.length;
    count(arrived);
    expect(arrived).toBe(0);
    expect(rows).toEqual([]);
    expect(message.metadata?.outcome).toMatchObject({ status: "done" });
    const [part] = message.parts.filter(({ type }) => type === "dynamic-tool");
    expect(part).toMatchObject({ type: "dynamic-tool" });
    // The model is told, and the run goes on.
    expect(conversation.wire.asked).toHaveLength(2);
  });
});

const branchCall = (index: number) =>
  ["BITBUCKET_CREATE_BRANCH", { ...target, name: `b-${index}`, target_hash: "a".repeat(40) }] as [
    string,
    Record<string, unknown>,
  ];
const readCall = (index: number) =>
  ["BITBUCKET_GET_BRANCH", { ...target, name: `b-${index}` }] as [string, Record<string, unknown>];

describe("a call of fifty with one deletion in the middle", () => {
  test("runs nothing before the yes, and after it only what was ticked", async () => {
    const items = Array.from({ length: 50 }, (_value, index) =>
      index === 25 ? ([remove, target] as ReturnType<typeof branchCall>) : branchCall(index),
    );
    const { runId, message, rows } = await attempt(dispatch(...items));
    expect(rows).toHaveLength(50);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["approval"]));
    count(conversation.wire.arrived.length);
    expect(conversation.wire.arrived).toEqual([]);

    const [first] = actionsOf(message);
    await decideApproval(conversation.userId, approvalOf(message), {
      decision: "approve",
      items: [first?.id ?? ""],
    });
    await readRun(runId);
    expect(conversation.sentTools()).toEqual(["BITBUCKET_CREATE_BRANCH"]);
  });

  test("among reads: those run, the deletion waits", async () => {
    const items = Array.from({ length: 50 }, (_value, index) =>
      index === 25 ? ([remove, target] as ReturnType<typeof readCall>) : readCall(index),
    );
    const { runId } = await attempt(dispatch(...items));
    const settled = await readRun(
      runId,
      (message) =>
        actionsOf(message).filter(({ state }) => state.status === "succeeded").length === 49,
    );
    const deletion = actionsOf(settled).find(({ tool }) => tool === remove);
    expect(deletion?.state).toMatchObject({ status: "approval", confirmation: "acme/api" });
    const sent = conversation.sentTools().filter((tool) => tool === remove).length;
    count(sent);
    expect(sent).toBe(0);
    await stopChat(conversation.userId, conversation.chatId);
  });
});

test.each([
  ["BITBUCKET_NEW_THING", { readOnlyHint: true }],
  ["BITBUCKET_GET_SECRETS", { readOnlyHint: true, idempotentHint: true }],
  ["RUBE_REMOTE_BASH_TOOL", { readOnlyHint: true }],
])(
  "%s, which nobody knows, asks although it says that it only reads",
  async (tool, annotations) => {
    conversation.wire.begin({
      tools: [listedTool(dispatcher), listedTool(tool, { annotations })],
      model: (index) =>
        index === 0
          ? { calls: [dispatch([tool, target]), { name: tool, arguments: target }] }
          : { text: "Done." },
    });
    const message = await readRun(await conversation.send(), someAction("approval"));
    expect(actionsOf(message).map(({ state }) => state.status)).not.toContain("succeeded");
    count(conversation.wire.arrived.length);
    expect(conversation.wire.arrived).toEqual([]);
  },
);

test("what the session may do is asked for by name, and code that runs tools is not among it", async () => {
  conversation.wire.begin({});
  await readRun(await conversation.send());
  expect(conversation.wire.sessions.at(-1)).toEqual({
    user_id: conversation.userId,
    toolkits: { enable: ["bitbucket"] },
    manage_connections: { enable: true },
    workbench: { enable: false },
    multi_account: {
      enable: true,
      max_accounts_per_toolkit: 10,
      require_explicit_selection: true,
    },
  });
  const requestSchema = z.object({ tools: z.array(z.object({ name: z.string() })) });
  const [asked = "{}"] = conversation.wire.asked;
  const names = requestSchema.parse(JSON.parse(asked)).tools.map(({ name }) => name);
  expect(names.sort()).toEqual([
    "COMPOSIO_MANAGE_CONNECTIONS",
    dispatcher,
    "COMPOSIO_SEARCH_TOOLS",
  ]);
  expect(asked).not.toMatch(/REMOTE_BASH|WORKBENCH_TOOL|PROXY/);
});

afterAll(() => {
  reportRow({ row: 4, title: "Calls that try to get round the gate", cases, gotThrough });
});
