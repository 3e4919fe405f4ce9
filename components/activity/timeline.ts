import { type ActionView, isFinal } from "@/lib/shared/action";

/** What stands in the list, from top to bottom. */
export type TimelineItem =
  | { kind: "action"; action: ActionView; showsResult: boolean }
  /** Finished reads, folded into one line. */
  | { kind: "fold"; id: string; actions: ActionView[] }
  /** Actions that are decided together. */
  | { kind: "approval"; approvalId: string; actions: ActionView[] };

const foldFrom = 3;

/** The router's own tools prepare the work; they are not part of it. */
export function isRouterTool(action: ActionView): boolean {
  return action.toolkit === "composio";
}

/** Only what was read without trouble may be put out of sight: never a change, an error or a question. */
function isFoldable(action: ActionView): boolean {
  return (
    action.state.status === "succeeded" && (action.toolClass === "read" || isRouterTool(action))
  );
}

/** The read that the answer is about: the last thing done, and nothing but a read. */
function findAnswer(actions: ActionView[]): ActionView | undefined {
  const last = actions.findLast((action) => !isRouterTool(action));
  return last && last.toolClass === "read" && last.state.status === "succeeded" ? last : undefined;
}

function showsResult(action: ActionView, answer: ActionView | undefined): boolean {
  if (isRouterTool(action) || action.state.status !== "succeeded") return false;
  return action.toolClass !== "read" || action === answer;
}

function foldReads(actions: ActionView[]): TimelineItem[] {
  const answer = findAnswer(actions);
  const items: TimelineItem[] = [];
  let reads: ActionView[] = [];
  const closeReads = () => {
    const [first] = reads;
    if (first && reads.length >= foldFrom) {
      items.push({ kind: "fold", id: first.id, actions: reads });
    } else {
      items.push(
        ...reads.map((action): TimelineItem => ({ kind: "action", action, showsResult: false })),
      );
    }
    reads = [];
  };
  for (const action of actions) {
    if (isFoldable(action) && action !== answer) {
      reads.push(action);
    } else {
      closeReads();
      items.push({ kind: "action", action, showsResult: showsResult(action, answer) });
    }
  }
  closeReads();
  return items;
}

/** Puts pending actions of one approval where the first of them stands. */
function gatherApprovals(items: TimelineItem[]): TimelineItem[] {
  const approvals = new Map<string, Extract<TimelineItem, { kind: "approval" }>>();
  return items.flatMap((item): TimelineItem[] => {
    if (item.kind !== "action" || item.action.state.status !== "approval") return [item];
    const { approvalId } = item.action.state;
    const known = approvals.get(approvalId);
    if (known) {
      known.actions.push(item.action);
      return [];
    }
    const approval = { kind: "approval" as const, approvalId, actions: [item.action] };
    approvals.set(approvalId, approval);
    return [approval];
  });
}

/**
 * Lays out the actions of one stretch of work. Three or more finished reads in a row fold; the read that ends it shows
 * its result, and so does every change. On a read-only page a pending action is a row like the others.
 */
export function buildTimeline(actions: ActionView[], readOnly: boolean): TimelineItem[] {
  const items = foldReads(actions);
  return readOnly ? items : gatherApprovals(items);
}

/** What a screen reader should hear now: a question first, else what is going on. */
export function findAnnounced(actions: ActionView[]): ActionView | undefined {
  return (
    actions.find((action) => action.state.status === "approval") ??
    actions.findLast((action) => action.state.status === "running")
  );
}

export function isUnderWay(actions: ActionView[]): boolean {
  return actions.some((action) => !isFinal(action.state));
}
