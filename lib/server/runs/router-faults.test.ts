import { describe, expect, test } from "vitest";
import type { ActionState } from "@/lib/shared/action";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { actionsOf, readRun, someAction, textOf } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";
import { listActions } from "../policy/audit.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { type Fault, faults } from "../router/testing/faults.ts";

const conversation = new Conversation();
/** Milliseconds; a fault that ends by itself may take its time, on a machine that may be busy. */
const limits = { request: 1_500, stream: 2_000, none: 15_000 };
function setLimits({ lasts }: Fault): void {
  configure({
    MCP_REQUEST_TIMEOUT_MS: `${lasts ? limits.request : limits.none}`,
    MCP_STREAM_TIMEOUT_MS: `${lasts ? limits.stream : limits.none}`,
  });
}

const tools = {
  read: ["BITBUCKET_LIST_BRANCHES", { workspace: "acme", repo_slug: "api" }],
  change: [
    "BITBUCKET_CREATE_BRANCH",
    { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) },
  ],
} as const;
type Kind = keyof typeof tools;

/** Asks for a call of this kind, and answers yes where a person has to. */
async function begin(kind: Kind): Promise<string> {
  const runId = await conversation.send();
  if (kind === "change") {
    const waiting = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
  }
  return runId;
}

const script = (kind: Kind) =>
  callThenText(dispatch([tools[kind][0], { ...tools[kind][1] }]), "So it is.");

function expectedState({ ran, code }: Fault, kind: Kind): Partial<ActionState> {
  if (kind === "change" && ran) return { status: "unknown" };
  const sentence = expect.stringMatching(/^[A-Z].*\.$/);
  return { status: "failed", error: { code, message: sentence, hint: sentence } };
}

const cases = faults.flatMap((fault) =>
  (["read", "change"] as const).map((kind) => ({ ...fault, kind, fault })),
);

test.each(cases)(
  "a router that $name to a $kind ends it in time, with its cause; the chat goes on",
  async ({ fault, kind }) => {
    setLimits(fault);
    conversation.wire.begin({
      ...script(kind),
      answerCall: fault.respond,
    });
    const message = await readRun(await begin(kind));
    expect(actionsOf(message)[0]?.state).toMatchObject(expectedState(fault, kind));
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(textOf(message)).toContain("So it is.");
    const [tool] = tools[kind];
    const repeated = kind === "read" && fault.passing;
    expect(conversation.wire.arrived).toEqual(repeated ? [tool, tool] : [tool]);
    expect((await listActions(conversation.userId)).records).toMatchObject([
      { action: { tool, state: { status: expectedState(fault, kind).status } } },
    ]);

    conversation.wire.begin({ ...script("read"), execute: () => ({ data: { name: "main" } }) });
    const next = await readRun(await conversation.send("And now?"));
    expect(actionsOf(next)[0]?.state).toMatchObject({ status: "succeeded" });
    expect(next.metadata?.outcome).toEqual({ status: "done" });
  },
);

test.each(cases.filter(({ lasts }) => lasts))(
  "a router that $name to a $kind is left within a second of the stop",
  async ({ fault, kind }) => {
    setLimits(fault);
    const { promise: reached, resolve } = Promise.withResolvers<AbortSignal>();
    conversation.wire.begin({
      ...script(kind),
      answerCall(id, connection) {
        resolve(connection.gone);
        return fault.respond(id, connection);
      },
    });
    const runId = await begin(kind);
    const gone = await reached;
    const closed = new Promise((close) => gone.addEventListener("abort", close));
    await stopChat(conversation.userId, conversation.chatId);
    const message = await readRun(runId);
    await closed;
    expect(message.metadata?.outcome).toEqual({ status: "stopped" });
    expect(actionsOf(message)[0]?.state.status).toBe(kind === "read" ? "cancelled" : "unknown");
    expect(conversation.wire.arrived).toHaveLength(1);
  },
);

describe.each<Kind>(["read", "change"])(
  "a session that the router has forgotten, for a %s",
  (kind) => {
    const [tool] = tools[kind];
    const gone = () => new Response("Session not found", { status: 404 });

    test("is opened again, and the call carried out once", async () => {
      conversation.wire.begin({
        ...script(kind),
        answerCall: () => (conversation.wire.arrived.length === 1 ? gone() : undefined),
      });
      const message = await readRun(await begin(kind));
      expect(actionsOf(message)[0]?.state).toMatchObject({ status: "succeeded" });
      expect(conversation.sentTools()).toEqual([tool]);
    });

    test("and does not know again is a failure of something that was not done", async () => {
      conversation.wire.begin({ ...script(kind), answerCall: gone });
      const message = await readRun(await begin(kind));
      expect(actionsOf(message)[0]?.state).toMatchObject({
        status: "failed",
        error: { message: "The tool router no longer knows this session." },
      });
      expect(conversation.wire.arrived).toEqual([tool, tool]);
      expect(conversation.sentTools()).toEqual([]);
    });
  },
);
