import { afterAll, beforeAll, expect } from "vitest";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { listPermissions } from "@/lib/server/policy/permissions";
import { isFinal } from "@/lib/shared/action";
import type { ChatMode, DecideApproval } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure } from "../support/installation";
import { actionsOf, readRun } from "../support/run-reader";
import { reportRow } from "./report";

export const change = "BITBUCKET_CREATE_BRANCH";
export const comment = "BITBUCKET_CREATE_ISSUE_COMMENT";
export const remove = "BITBUCKET_DELETE_ISSUE";
export const merge = "BITBUCKET_MERGE_PULL_REQUEST";
export const inRepository = { workspace: "acme", repo_slug: "api" };
export const branch = (name: string) => ({
  ...inRepository,
  name,
  target_hash: "a".repeat(40),
});

/** One thing that the model asks for. */
export type Item = [tool: string, input: Record<string, unknown>];
type Turn = { runId: string; message: ChatMessage };

export const statuses = (message: ChatMessage) =>
  actionsOf(message).map(({ state }) => state.status);

/** For `readRun`: until each of so many actions has ended or waits for a person, and one of them waits. */
export const standing = (count: number) => (message: ChatMessage) => {
  const states = actionsOf(message).map(({ state }) => state);
  return (
    states.length === count &&
    states.every((state) => state.status === "approval" || isFinal(state)) &&
    states.some((state) => state.status === "approval")
  );
};

/** For one test file: a person who allows things, and what the router is told to run. Reports its row at the end. */
export class Permitting {
  readonly conversation = new Conversation();
  #cases = 0;
  #gotThrough = 0;

  constructor(title: string) {
    beforeAll(() => {
      configure({
        MCP_REQUEST_TIMEOUT_MS: "20000",
        MESSAGES_PER_MINUTE: "1000000",
        LIVE_RUNS: "1000",
      });
    });
    afterAll(() => {
      reportRow({ row: 3, title, cases: this.#cases, gotThrough: this.#gotThrough });
    });
  }

  /** Notes one attempt after which exactly these tools may have been run. */
  expectSent(...tools: string[]): void {
    const sent = this.conversation.sentTools();
    this.#cases += 1;
    this.#gotThrough += Math.max(0, sent.length - tools.length);
    expect(sent).toEqual(tools);
  }

  /** A turn in which the model does this, until it has ended or a person is asked. */
  async turn(items: Item[], mode?: ChatMode): Promise<Turn> {
    this.conversation.wire.begin(callThenText(dispatch(...items)));
    const runId = await this.conversation.send("Please", mode);
    return { runId, message: await readRun(runId, standing(items.length)) };
  }

  /** Answers the question of a turn and waits for its end. */
  async answer({ runId, message }: Turn, body: Partial<DecideApproval>): Promise<ChatMessage> {
    const approvalId = approvalOf(message);
    await decideApproval(this.conversation.userId, approvalId, { decision: "approve", ...body });
    return readRun(runId);
  }

  /** Lets a tool be run unasked, through a question as any person answers it. */
  async allow(scope: "chat" | "always", item: Item = [change, branch("first")]): Promise<void> {
    await this.answer(await this.turn([item]), { allow: scope });
  }

  granted() {
    return listPermissions(this.conversation.userId);
  }
}
