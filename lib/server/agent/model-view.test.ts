import { describe, expect, test } from "vitest";
import type { ActionState } from "@/lib/shared/action";
import type { ActionRow } from "../policy/actions.ts";
import { outputForModel } from "./model-view.ts";

const row = (state: ActionState, result: unknown = null, index = 0): ActionRow => ({
  id: "a",
  userId: "u",
  chatId: "c",
  runId: "r",
  sequence: 1,
  toolCallId: "call",
  index,
  tool: "BITBUCKET_X",
  toolkit: "bitbucket",
  toolClass: "change",
  account: null,
  accountName: null,
  arguments: {},
  argumentsHash: "",
  status: state.status,
  state,
  result,
  approvalId: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
  originalArguments: null,
  permissionId: null,
  permissionScope: null,
  decidedAt: null,
  externalLink: null,
  createdAt: new Date(0),
  startedAt: null,
  finishedAt: null,
});
const error = { code: "x", message: "It broke.", hint: "Mend it." };

describe("one action", () => {
  test.each<[ActionState, Record<string, unknown>]>([
    [
      { status: "succeeded", result: { n: 1 } },
      { successful: true, data: { n: 1 } },
    ],
    [
      { status: "failed", error },
      { successful: false, error: "It broke.", hint: "Mend it." },
    ],
    [
      { status: "denied", reason: "not now" },
      { successful: false, denied: true, reason: "not now" },
    ],
    [
      { status: "blocked", error },
      { successful: false, blocked: true, error: "It broke." },
    ],
    [{ status: "cancelled" }, { successful: false, cancelled: true }],
    [{ status: "unknown" }, { successful: false, unknown: true }],
    [{ status: "queued" }, { successful: false }],
  ])("%j", (state, seen) => {
    expect(outputForModel("single", [row(state)])).toMatchObject(seen);
  });

  test("shows the whole result where the screen's copy stayed behind", () => {
    const state: ActionState = { status: "succeeded", result: null, omittedBytes: 10 };
    expect(outputForModel("single", [row(state, { n: 1 })])).toMatchObject({ data: { n: 1 } });
  });
});

test("what its person changed is told, and only that", () => {
  const edited = {
    ...row({ status: "succeeded", result: { n: 1 } }),
    arguments: { name: "fix-2", workspace: "acme" },
    originalArguments: { name: "fix", workspace: "acme", draft: true },
  };
  expect(outputForModel("single", [edited])).toMatchObject({
    successful: true,
    edited_by_person: { arguments: { name: "fix-2", draft: null } },
  });
  expect(JSON.stringify(outputForModel("batch", [edited]))).toContain("edited_by_person");
  expect(JSON.stringify(outputForModel("single", [edited]))).not.toContain("acme");
});

describe("a batch", () => {
  test("counts, and says of each item what came of it", () => {
    const output = outputForModel("batch", [
      row({ status: "succeeded", result: 1 }, 1),
      row({ status: "denied" }, null, 1),
    ]);
    expect(output).toMatchObject({
      successful: false,
      data: {
        total_count: 2,
        success_count: 1,
        error_count: 1,
        results: [
          { index: 0, response: { successful: true } },
          { index: 1, response: { denied: true } },
        ],
      },
    });
  });
});

test.each(["batch", "single"] as const)(
  "a %s call of which nothing was recorded did not run",
  (kind) => {
    expect(outputForModel(kind, [])).toMatchObject({ successful: false, cancelled: true });
  },
);

describe("a large result", () => {
  const large = row({ status: "succeeded", result: null }, { text: "😀".repeat(50_000) });

  test("is cut to a budget, at a whole character", () => {
    const text = JSON.stringify(outputForModel("single", [large]));
    expect(text.length).toBeLessThan(17_000);
    expect(text).not.toMatch(/\\ud[89a-f]/);
    expect(text).toContain("this is its beginning");
  });

  test("leaves room for the others of its batch", () => {
    const rows = Array.from({ length: 50 }, () => large);
    expect(JSON.stringify(outputForModel("batch", rows)).length).toBeLessThan(90_000);
  });
});
