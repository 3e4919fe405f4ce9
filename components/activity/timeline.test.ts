import { describe, expect, it } from "vitest";
import { english } from "@/lib/language/english";
import type { ActionState, ActionView } from "@/lib/shared/action";
import { describeFold } from "./action-fold";
import { sampleAction } from "./stories/sample-action";
import * as lists from "./stories/sample-lists";
import { buildTimeline, findAnnounced, type TimelineItem } from "./timeline";

const done: ActionState = { status: "succeeded", result: {} };

let counter = 0;
function action(tool: string, state: ActionState = done): ActionView {
  counter += 1;
  return sampleAction(tool, state, { id: `${counter}` });
}

const read = (state?: ActionState) => action("BITBUCKET_GET_BRANCH", state);
const change = (state?: ActionState) => action("BITBUCKET_CREATE_BRANCH", state);
const router = (state?: ActionState) => action("COMPOSIO_SEARCH_TOOLS", state);

function outlineItem(item: TimelineItem): string {
  switch (item.kind) {
    case "fold":
      return `fold ${item.actions.length}`;
    case "approval":
      return `approval ${item.actions.length}`;
    case "action":
      return item.showsResult ? "open" : "row";
  }
}

function outline(items: TimelineItem[]): string[] {
  return items.map(outlineItem);
}

describe("buildTimeline", () => {
  it("shows the result of the read that ends the work, and of no read before it", () => {
    expect(outline(buildTimeline([read(), read()], false))).toEqual(["row", "open"]);
  });

  it("folds three finished reads and leaves the last one out", () => {
    expect(outline(buildTimeline([read(), read(), read(), read()], false))).toEqual([
      "fold 3",
      "open",
    ]);
  });

  it("counts the router's own tools in, but never ends on one", () => {
    expect(outline(buildTimeline([router(), router(), read(), router()], false))).toEqual([
      "row",
      "row",
      "open",
      "row",
    ]);
    expect(outline(buildTimeline([router(), router(), router()], false))).toEqual(["fold 3"]);
  });

  it("opens every change and closes the reads that led to it", () => {
    expect(outline(buildTimeline([read(), change(), change()], false))).toEqual([
      "row",
      "open",
      "open",
    ]);
  });

  it.each<ActionState>([
    { status: "queued" },
    { status: "running" },
    { status: "failed", error: { code: "x", message: "x" } },
    { status: "blocked", error: { code: "x", message: "x" } },
    { status: "denied" },
    { status: "cancelled" },
    { status: "unknown" },
    { status: "connection", connectionId: "c" },
  ])("never folds a read that is $status", (state) => {
    const items = buildTimeline([read(), read(), read(state), read(), read(), change()], false);
    expect(outline(items)).toEqual(["row", "row", "row", "row", "row", "open"]);
  });

  it("gathers what is decided together, and only that", () => {
    const approval = (approvalId: string): ActionState => ({
      status: "approval",
      approvalId,
      warnings: [],
    });
    const actions = [change(approval("a")), read(), change(approval("b")), change(approval("a"))];
    expect(outline(buildTimeline(actions, false))).toEqual(["approval 2", "row", "approval 1"]);
  });

  it("asks nothing on a read-only page", () => {
    expect(outline(buildTimeline(lists.pendingBatch, true))).toEqual(["row", "row", "row"]);
  });

  it("loses no action and keeps their order", () => {
    const actions = [...lists.ordinaryWork, ...lists.everyState, ...lists.pendingBatch];
    const laidOut = buildTimeline(actions, false).flatMap((item) =>
      item.kind === "action" ? [item.action] : item.actions,
    );
    expect(laidOut).toEqual(actions);
  });
});

describe("describeFold", () => {
  it("counts things, not the router's steps", () => {
    expect(describeFold([router(), read(), read(), read()], english.activity.rows)).toBe(
      "Looked at 3 things in Bitbucket",
    );
    expect(describeFold([router(), router(), read()], english.activity.rows)).toBe(
      "Looked at 1 thing in Bitbucket",
    );
    expect(describeFold([router(), router(), router()], english.activity.rows)).toBe(
      "Got ready in 3 steps",
    );
  });
});

describe("findAnnounced", () => {
  it("puts a question before what is going on", () => {
    const [pending] = lists.pendingChange;
    const running = read({ status: "running" });
    expect(findAnnounced([...lists.pendingChange, running])).toBe(pending);
    expect(findAnnounced([read(), running])).toBe(running);
    expect(findAnnounced([read()])).toBeUndefined();
  });
});
