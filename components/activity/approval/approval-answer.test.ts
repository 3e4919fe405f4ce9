import { describe, expect, it } from "vitest";
import { decideApprovalSchema } from "@/lib/shared/api";
import { sampleAction } from "../stories/sample-action";
import {
  type ApprovalDraft,
  approvalBody,
  checkReadiness,
  denialBody,
  emptyDraft,
} from "./approval-answer";

const first = "10000000-0000-4000-8000-000000000001";
const second = "10000000-0000-4000-8000-000000000002";

function pending(id: string, confirmation?: string) {
  const words = confirmation === undefined ? {} : { confirmation };
  return sampleAction(
    "BITBUCKET_DELETE_REPOSITORY",
    { status: "approval", approvalId: "a", warnings: [], ...words },
    { id },
  );
}

function draft(changes: Partial<ApprovalDraft>): ApprovalDraft {
  return { ...emptyDraft, ...changes };
}

describe("approvalBody", () => {
  it("names no items for a single action", () => {
    expect(approvalBody([pending(first)], emptyDraft)).toEqual({ decision: "approve" });
  });

  it("names the items that are ticked in a batch", () => {
    const body = approvalBody(
      [pending(first), pending(second)],
      draft({ leftOut: new Set([first]) }),
    );
    expect(body).toEqual({ decision: "approve", items: [second] });
    expect(decideApprovalSchema.parse(body)).toEqual(body);
  });

  it("carries the typed words only where they are wanted", () => {
    const typed = draft({ confirmation: "acme/old-site" });
    expect(approvalBody([pending(first, "acme/old-site")], typed)).toEqual({
      decision: "approve",
      confirmation: "acme/old-site",
    });
    expect(approvalBody([pending(first)], typed)).toEqual({ decision: "approve" });
  });

  it("never carries a reason", () => {
    expect(approvalBody([pending(first)], draft({ reason: "no" }))).not.toHaveProperty("reason");
  });
});

describe("what happens the next time", () => {
  const ordinary = sampleAction(
    "BITBUCKET_CREATE_BRANCH",
    { status: "approval", approvalId: "a", warnings: [], allowable: true },
    { id: first },
  );
  const form = {
    arguments: ordinary.arguments,
    schema: { properties: {} },
    fixed: ["workspace", "repo_slug"],
  };
  const edited = (name: string, warnings: string[] = []) =>
    new Map([[first, { form, texts: new Map([["name", name]]), warnings }]]);

  it("goes with the yes where something of it may be allowed", () => {
    expect(approvalBody([ordinary], draft({ next: "chat" }))).toEqual({
      decision: "approve",
      allow: "chat",
    });
    expect(approvalBody([ordinary], emptyDraft)).not.toHaveProperty("allow");
    expect(approvalBody([pending(second)], draft({ next: "always" }))).not.toHaveProperty("allow");
  });

  it("is left out where what may be allowed is not ticked, or has become odd", () => {
    const unticked = draft({ next: "always", leftOut: new Set([first]) });
    expect(approvalBody([ordinary, pending(second)], unticked)).not.toHaveProperty("allow");
    const odd = draft({ next: "always", edits: edited("x", ["Hidden characters."]) });
    expect(approvalBody([ordinary], odd)).toEqual({
      decision: "approve",
      edits: [
        {
          actionId: first,
          arguments: { ...ordinary.arguments, name: "x" },
          warnings: ["Hidden characters."],
        },
      ],
    });
  });

  it("never goes with a no", () => {
    expect(denialBody(draft({ next: "always", edits: edited("x") }))).toEqual({ decision: "deny" });
  });

  it("sends no edit that changes nothing, or of what is not ticked", () => {
    expect(approvalBody([ordinary], draft({ edits: edited("release/1.4") }))).toEqual({
      decision: "approve",
    });
    const unticked = draft({ leftOut: new Set([first]), edits: edited("x") });
    expect(approvalBody([ordinary, pending(second)], unticked)).not.toHaveProperty("edits");
  });
});

describe("denialBody", () => {
  it("trims the reason and leaves an empty one out", () => {
    expect(denialBody(draft({ reason: "  not now " }))).toEqual({
      decision: "deny",
      reason: "not now",
    });
    expect(denialBody(draft({ reason: "   " }))).toEqual({ decision: "deny" });
  });
});

describe("checkReadiness", () => {
  const deletion = pending(first, "acme/old-site");

  it.each(["", "acme/old-sit", "acme/old-site ", "ACME/old-site"])(
    "refuses %j for acme/old-site",
    (confirmation) => {
      expect(checkReadiness([deletion], draft({ confirmation }))).toEqual({
        status: "confirm",
        words: "acme/old-site",
      });
    },
  );

  it("accepts the exact words", () => {
    const typed = draft({ confirmation: "acme/old-site" });
    expect(checkReadiness([deletion], typed)).toEqual({ status: "ready" });
  });

  it("wants at least one tick", () => {
    const none = draft({ leftOut: new Set([first, second]) });
    expect(checkReadiness([pending(first), pending(second)], none)).toEqual({
      status: "nothing-chosen",
    });
  });

  it("asks for the words of what is ticked only", () => {
    const both = [deletion, pending(second)];
    expect(checkReadiness(both, emptyDraft).status).toBe("confirm");
    expect(checkReadiness(both, draft({ leftOut: new Set([first]) })).status).toBe("ready");
  });

  it("lets two deletions with different names through one at a time", () => {
    const both = [deletion, pending(second, "acme/api")];
    expect(checkReadiness(both, emptyDraft)).toEqual({ status: "one-at-a-time" });
    const one = draft({ leftOut: new Set([first]), confirmation: "acme/api" });
    expect(checkReadiness(both, one)).toEqual({ status: "ready" });
  });
});
