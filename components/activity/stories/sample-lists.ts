import * as entities from "@/components/results/stories/entities";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ConnectionState, ConnectionView } from "@/lib/shared/connection";
import { sampleAction } from "./sample-action";

/** Every state, told with one tool. */
const states: ActionState[] = [
  { status: "queued" },
  { status: "running" },
  { status: "running", progress: { message: "Reading page 3 of 8", fraction: 0.375 } },
  { status: "connection", connectionId: "00000000-0000-4000-8000-000000000001" },
  { status: "succeeded", result: entities.branch },
  { status: "succeeded", result: undefined, omittedBytes: 12_400_000 },
  {
    status: "failed",
    error: {
      code: "branch_exists",
      message: "There is a branch release/1.4 in acme/api already.",
      hint: "Choose another name, or ask to use the branch that is there.",
    },
    details: { status_code: 400, message: "BRANCH_ALREADY_EXISTS" },
  },
  { status: "denied" },
  { status: "denied", reason: "Wait for the release notes." },
  {
    status: "blocked",
    error: {
      code: "read_only",
      message: "This chat is read-only: nothing may be changed.",
      hint: "Switch read-only off below the message field to allow changes.",
    },
  },
  { status: "cancelled" },
  { status: "unknown" },
];

export const everyState: ActionView[] = states.map((state, index) =>
  sampleAction("BITBUCKET_CREATE_BRANCH", state, { id: `state ${index}` }),
);

const failures: ReadonlyArray<[code: string, message: string, hint?: string]> = [
  ["signed_out", "Bitbucket no longer accepts this connection.", "Connect Bitbucket again."],
  ["not_connected", "You chose not to connect bitbucket now.", "Ask again when you want to."],
  [
    "no_permission",
    "The connected account may not do this.",
    "Ask an administrator of the workspace for access, or connect another account.",
  ],
  ["not_found", "Bitbucket does not have this.", "Check the names of workspace and repository."],
  ["rate_limited", "Bitbucket is limiting requests.", "Wait a minute and try again."],
  ["provider_down", "Bitbucket answered with an error (503).", "Try again in a moment."],
  ["removed", "Bitbucket has removed this function.", "Connecting again does not help."],
  ["tool_changed", "BITBUCKET_LIST_BRANCHES has changed since it was first seen."],
  ["tool_failed", "The tool failed without saying why."],
];

/** Each cause, of a read: it may be tried again. */
export const everyFailure: ActionView[] = failures.map(([code, message, hint]) =>
  sampleAction(
    "BITBUCKET_LIST_BRANCHES",
    { status: "failed", error: { code, message, ...(hint ? { hint } : {}) } },
    { id: `failure ${code}` },
  ),
);

/** The same of a change: it is never tried again from the row. */
export const failedChange: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_BRANCH", {
    status: "failed",
    error: { code: "provider_down", message: "Bitbucket answered with an error (503)." },
  }),
  sampleAction("BITBUCKET_CREATE_ISSUE", {
    status: "blocked",
    error: {
      code: "approval_expired",
      message: "Nobody answered within 60 minutes, so this was not done.",
    },
  }),
];

const ready = { status: "succeeded", result: {} } as const;

/** A stretch of work from the search to the change. */
export const ordinaryWork: ActionView[] = [
  sampleAction("COMPOSIO_SEARCH_TOOLS", ready),
  sampleAction("COMPOSIO_GET_TOOL_SCHEMAS", ready),
  sampleAction("BITBUCKET_LIST_BRANCHES", { status: "succeeded", result: entities.branchPage }),
  sampleAction("BITBUCKET_GET_BRANCH", { status: "succeeded", result: entities.branch }),
  sampleAction("BITBUCKET_CREATE_BRANCH", { status: "succeeded", result: entities.branch }),
  sampleAction("BITBUCKET_GET_PULL_REQUEST", {
    status: "succeeded",
    result: { pull_request: entities.pullRequest },
  }),
];

const approvalId = "00000000-0000-4000-8000-00000000000a";

export const pendingChange: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_PULL_REQUEST", { status: "approval", approvalId, warnings: [] }),
];

/** A change that may be edited, and be allowed for good. */
export const pendingOrdinary: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_BRANCH", {
    status: "approval",
    approvalId,
    warnings: [],
    allowable: true,
    editable: true,
  }),
];

/** An update of an issue that the chat has read. */
export const pendingUpdate: ActionView[] = [
  sampleAction(
    "BITBUCKET_UPDATE_ISSUE",
    {
      status: "approval",
      approvalId,
      warnings: [],
      allowable: true,
      editable: true,
      subject: "Webhook deliveries stop after a 410",
      before: {
        state: "new",
        priority: "major",
        content: "After the first 410 the queue is never read again.",
      },
    },
    {
      arguments: {
        workspace: "acme",
        repo_slug: "api",
        issue_id: "7",
        state: "resolved",
        priority: "major",
        content: "After the first 410 the queue is never read again.\n\nFixed by acme/api#42.",
      },
    },
  ),
];

/** Done by a permission, and done as the person changed it. */
export const decidedOtherwise: ActionView[] = [
  sampleAction(
    "BITBUCKET_CREATE_BRANCH",
    { status: "succeeded", result: entities.branch },
    { id: "allowed in a chat", allowed: "chat" },
  ),
  sampleAction(
    "BITBUCKET_CREATE_ISSUE_COMMENT",
    { status: "succeeded", result: entities.comment },
    { id: "allowed always", allowed: "always" },
  ),
  sampleAction(
    "BITBUCKET_CREATE_BRANCH",
    { status: "succeeded", result: entities.branch },
    {
      id: "edited",
      original: {
        workspace: "acme",
        repo_slug: "api",
        name: "relase/1.4",
        target_hash: "3fd093fd093fd093fd093fd093fd093fd093fd09",
        draft: true,
      },
    },
  ),
];

export const pendingDeletion: ActionView[] = [
  sampleAction("BITBUCKET_DELETE_REPOSITORY", {
    status: "approval",
    approvalId,
    confirmation: "acme/old-site",
    warnings: ["This cannot be undone. Forks stay.", "The name came from a text in acme/api."],
  }),
];

export const pendingBatch: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_BRANCH", { status: "approval", approvalId, warnings: [] }),
  sampleAction("BITBUCKET_CREATE_ISSUE_COMMENT", { status: "approval", approvalId, warnings: [] }),
  sampleAction("BITBUCKET_MERGE_PULL_REQUEST", {
    status: "approval",
    approvalId,
    warnings: ["A merge cannot be undone."],
  }),
];

const repeated = "This is the same change as one already made in this answer.";

/** One of them asked for twice, with more than one warning. */
export const pendingRepeated: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_BRANCH", {
    status: "approval",
    approvalId,
    warnings: [repeated, "Text from another repository goes along."],
  }),
  sampleAction("BITBUCKET_CREATE_ISSUE_COMMENT", {
    status: "approval",
    approvalId,
    warnings: [repeated],
  }),
];

export const pendingTwice: ActionView[] = pendingRepeated.slice(0, 1);

/** Sent, and no answer came. */
export const unknownChanges: ActionView[] = [
  sampleAction("BITBUCKET_CREATE_BRANCH", { status: "unknown" }),
  sampleAction("BITBUCKET_CREATE_SNIPPET_COMMENT", { status: "unknown" }),
];

/** Long, and with characters that hide. */
export const pendingTrap: ActionView[] = [
  sampleAction(
    "BITBUCKET_CREATE_ISSUE",
    { status: "approval", approvalId, warnings: [] },
    {
      arguments: {
        workspace: "acme",
        repo_slug: "api",
        title: "Harmless\u202e txt.exe\u200b title",
        content: `Line one\n${"A line of a very long text. ".repeat(120)}\nThe last line.`,
        assignee: null,
      },
    },
  ),
];

export const pendingUnknownTool: ActionView[] = [
  sampleAction(
    "BITBUCKET_STOP_PIPELINE",
    { status: "approval", approvalId, warnings: [] },
    { toolClass: "change", arguments: { workspace: "acme", repo_slug: "api", pipeline: 118 } },
  ),
];

const expiresAt = "2026-11-22T23:59:00.000Z";

const connectionStates: ConnectionState[] = [
  { status: "needed" },
  { status: "opened", expiresAt },
  { status: "waiting", expiresAt },
  { status: "connected", account: "jane-acme" },
  { status: "connected" },
  { status: "failed", reason: "You declined, or your workspace blocks this app." },
  { status: "failed", reason: "The user denied access.", cause: "refused" },
  { status: "failed", reason: "No auth config.", cause: "not-configured" },
  { status: "failed", reason: "Not reached.", cause: "unreachable" },
  {
    status: "needed",
    lost: { account: "jane-acme", how: "signed-out", since: "2026-11-20T12:00:00Z" },
  },
  { status: "expired" },
  { status: "declined" },
];

export const everyConnection: ConnectionView[] = connectionStates.map((state, index) => ({
  id: `00000000-0000-4000-8000-00000000001${index}`,
  toolkit: "bitbucket",
  state,
}));
