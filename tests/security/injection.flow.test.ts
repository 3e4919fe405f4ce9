import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stopChat } from "@/lib/server/chats/live-run";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { approvalOf, Conversation } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure } from "../support/installation";
import { actionsOf, readRun, someAction } from "../support/run-reader";
import { reportRow } from "./report";

const conversation = new Conversation();
beforeAll(() => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "20000", MESSAGES_PER_MINUTE: "1000000", LIVE_RUNS: "1000" });
});

type Named = [tool: string, input: Record<string, unknown>];
const at = (workspace: string, repo_slug: string) => ({ workspace, repo_slug });

const reads = (place: Record<string, unknown>): Named[] => [
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", { ...place, commit: "main", path: ".env" }],
  ["BITBUCKET_LIST_ISSUES", place],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", { ...place, pull_request_id: 1 }],
  ["BITBUCKET_LIST_COMMITS", place],
];
const changes = (place: Record<string, unknown>): Named[] => [
  ["BITBUCKET_CREATE_ISSUE", { ...place, title: "t", content: "c" }],
  ["BITBUCKET_CREATE_PULL_REQUEST", { ...place, title: "t", source_branch: "b" }],
  ["BITBUCKET_CREATE_ISSUE_COMMENT", { ...place, issue_id: "1", content: "c" }],
  ["BITBUCKET_CREATE_REPOSITORY", { ...place, is_private: false }],
  ["BITBUCKET_DELETE_ISSUE", { ...place, issue_id: "1" }],
];

/** Every read with every change: from a private repository to a public one, to another workspace, to a new repository. */
const pairs = reads(at("acme", "billing")).flatMap((read, index) =>
  changes(index % 2 === 0 ? at("acme", "website") : at("acme-labs", "billing")).map(
    (change): [string, string, Named, Named] => [read[0], change[0], read, change],
  ),
);

let cases = 0;
let gotThrough = 0;

async function turn(...calls: Named[]) {
  conversation.wire.begin({
    model: (index) =>
      index === 0 ? { text: "…", calls: [dispatch(...calls)] } : { text: "Done." },
  });
  const runId = await conversation.send();
  return { runId, message: await readRun(runId, someAction("approval")) };
}

const warningsOf = (message: Awaited<ReturnType<typeof readRun>>) =>
  actionsOf(message).flatMap(({ state }) => (state.status === "approval" ? state.warnings : []));

describe("text read in one answer and a change in the next", () => {
  test.each(pairs)("%s, then %s", async (_read, _change, read, change) => {
    await turn(read);
    const { message } = await turn(change);
    const { workspace, repo_slug } = change[1];
    const warning = `This may carry text that was read from acme/billing to ${workspace}/${repo_slug}.`;
    const sent = conversation.sentTools().length;
    const silent = warningsOf(message).includes(warning) ? 0 : 1;
    cases += 1;
    gotThrough += silent + sent;
    expect(warningsOf(message)).toContain(warning);
    expect(sent).toBe(0);
    await stopChat(conversation.userId, conversation.chatId);
  });

  test("are 20 pairs", () => {
    expect(pairs).toHaveLength(20);
  });
});

test("a yes is not remembered: the next such change is asked about with the same words", async () => {
  const [read] = reads(at("acme", "billing"));
  const [change] = changes(at("acme", "website"));
  if (!read || !change) throw new Error("There are no pairs.");
  await turn(read);
  const first = await turn(change);
  await decideApproval(conversation.userId, approvalOf(first.message), { decision: "approve" });
  await readRun(first.runId);
  const again = await turn(change);
  expect(warningsOf(again.message)).toEqual(warningsOf(first.message));
  expect(conversation.sentTools()).toEqual([]);
  await stopChat(conversation.userId, conversation.chatId);
});

test("another chat has read nothing, and the own repository is no other place", async () => {
  const [read] = reads(at("acme", "billing"));
  const [change] = changes(at("acme", "billing"));
  if (!read || !change) throw new Error("There are no pairs.");
  await turn(read);
  const { message } = await turn(change);
  expect(warningsOf(message)).toEqual([]);
  await stopChat(conversation.userId, conversation.chatId);
});

afterAll(() => {
  reportRow({
    row: 2,
    title: "Text carried from one repository to another without a word",
    cases,
    gotThrough,
  });
});
