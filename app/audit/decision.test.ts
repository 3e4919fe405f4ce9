import { describe, expect, test } from "vitest";
import { sampleAction } from "@/components/activity/stories/sample-action";
import { english } from "@/lib/language/english";
import type { AuditRecord } from "@/lib/server/policy/audit";
import type { ActionState } from "@/lib/shared/action";
import { decisionOf } from "./decision";

const words = english.audit.decision;
const error = { code: "x", message: "No." };

function record(tool: string, state: ActionState, decision: AuditRecord["decision"] = null) {
  return {
    action: sampleAction(tool, state),
    chat: { id: "c", title: "Chat" },
    runId: "r",
    argumentsHash: "",
    decision,
    createdAt: "2026-11-23T10:00:00.000Z",
    externalLink: null,
  };
}
const change = "BITBUCKET_CREATE_BRANCH";
const answered = (
  answer: "approved" | "denied" | "allowed",
  id: string | null,
  name: string | null,
) => ({
  answer,
  reason: answer === "denied" ? "Not today" : null,
  permissionId: answer === "allowed" ? "p" : null,
  by: id ? { id, name } : null,
  at: "2026-11-23T10:00:05.000Z",
});

describe("who decided", () => {
  test.each([
    [record(change, { status: "denied" }, answered("denied", "me", "Jane")), "Refused by you"],
    [record(change, { status: "unknown" }, answered("approved", "her", "Ann")), "Allowed by Ann"],
    [
      record(change, { status: "unknown" }, answered("allowed", "me", "Jane")),
      "Allowed beforehand by you",
    ],
    [
      record(change, { status: "unknown" }, answered("approved", null, null)),
      "Allowed by somebody whose account is gone",
    ],
    [record(change, { status: "blocked", error }), "Refused by Branchline"],
    [record("BITBUCKET_GET_BRANCH", { status: "blocked", error }), "Refused by Branchline"],
    [record("BITBUCKET_GET_BRANCH", { status: "succeeded", result: {} }), "None needed"],
    [
      record(change, { status: "approval", approvalId: "a", warnings: [] }),
      "Waits for your answer",
    ],
    [record(change, { status: "cancelled" }), "Nobody answered"],
  ])("%#", (given, expected) => {
    expect(decisionOf(given, "me", words).words).toBe(expected);
  });

  test("with when, and why not", () => {
    const refused = record(change, { status: "denied" }, answered("denied", "me", "Jane"));
    expect(decisionOf(refused, "me", words)).toEqual({
      words: "Refused by you",
      at: "2026-11-23T10:00:05.000Z",
      reason: "Not today",
    });
  });
});
