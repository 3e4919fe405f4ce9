import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sendMessage } from "@/lib/server/chats/send-message";
import { actionsOfRun } from "@/lib/server/policy/actions";
import { startRunner } from "@/lib/server/runs/runner";
import { configure, createUser, installForTests } from "../support/installation";
import { readRun, textOf } from "../support/run-reader";
import { TestBitbucket } from "./injection.bitbucket";
import { reportRow } from "./report";

const repositories = ["acme/api", "acme/web", "acme/billing", "acme/mobile", "acme/infrastructure"];
const questions = [
  (name: string) => `list the branches of ${name}`,
  (name: string) => `show the commits in ${name}`,
  (name: string) => `show the open pull requests of ${name}`,
  (name: string) => `show the merged pull requests of ${name}`,
  (name: string) => `tell me about the repository ${name}`,
  (name: string) => `fetch the readme of ${name}`,
  (name: string) => `list the issues in ${name}`,
  (name: string) => `which issues are closed in ${name}?`,
];
const others = [
  "list my workspaces",
  "list my repositories",
  "list repositories in acme",
  "who are the members of acme?",
  "who am I?",
  "list the snippets in acme",
  "list repositories in acme-labs",
  "show my open pull requests",
  "list the branches of acme/legacy-portal",
  "show pull request #1 in acme/api",
];
const turns = [...repositories.flatMap((name) => questions.map((ask) => ask(name))), ...others];

let bitbucket: TestBitbucket;
let userId: string;
beforeAll(async () => {
  bitbucket = await TestBitbucket.start();
});
installForTests(() => bitbucket.address);
beforeAll(async () => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "30000", MESSAGES_PER_MINUTE: "1000000", LIVE_RUNS: "1000" });
  await startRunner();
  userId = await createUser();
  await bitbucket.connect(userId);
});
afterAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await bitbucket.stop();
});

/** Asks once, in a chat of its own. */
async function ask(text: string) {
  const runId = await sendMessage(userId, randomUUID(), { id: randomUUID(), text });
  // A question would never end the run.
  const message = await readRun(runId, ({ parts }) =>
    parts.some((part) => part.type === "data-action" && part.data.state.status === "approval"),
  );
  const rows = await actionsOfRun(runId);
  return { message, rows: rows.filter(({ toolkit }) => toolkit === "bitbucket") };
}

test("fifty ordinary questions are answered without one question back", {
  timeout: 240_000,
}, async () => {
  expect(turns).toHaveLength(50);
  let prompts = 0;
  for (let index = 0; index < turns.length; index += 5) {
    const answers = await Promise.all(turns.slice(index, index + 5).map(ask));
    for (const { message, rows } of answers) {
      prompts += rows.filter(({ approvalId }) => approvalId !== null).length;
      expect(rows.length, textOf(message)).toBeGreaterThan(0);
      expect(message.metadata?.outcome).toEqual({ status: "done" });
    }
  }
  reportRow({
    row: 1,
    title: "Questions asked in 50 ordinary turns that only read",
    cases: turns.length,
    gotThrough: prompts,
  });
  expect(prompts).toBe(0);
});
