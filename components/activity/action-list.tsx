"use client";

import { useMemo } from "react";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import type { ActionWords } from "@/lib/language/action-words";
import type { ActionView } from "@/lib/shared/action";
import { ActionFold } from "./action-fold";
import { ActionRow } from "./action-row";
import { ApprovalCard } from "./approval/approval-card";
import { describeAction } from "./describe/describe-action";
import { buildTimeline, findAnnounced, isUnderWay, type TimelineItem } from "./timeline";

type ActionListProps = {
  actions: ActionView[];
  /** A copy that strangers read: nothing in it acts, and nothing shows what was sent. */
  readOnly?: boolean;
};

/** What goes on; nothing while there is a question, which is said when it comes. */
function announcement(actions: ActionView[], words: ActionWords): string {
  const action = findAnnounced(actions);
  return action && action.state.status !== "approval" ? describeAction(action, words).text : "";
}

function itemKey(item: TimelineItem): string {
  switch (item.kind) {
    case "action":
      return item.action.id;
    case "fold":
      return `fold ${item.id}`;
    case "approval":
      return `approval ${item.approvalId}`;
  }
}

function Item({ item, readOnly }: { item: TimelineItem; readOnly: boolean }) {
  switch (item.kind) {
    case "action":
      return <ActionRow action={item.action} showsResult={item.showsResult} readOnly={readOnly} />;
    case "fold":
      return <ActionFold actions={item.actions} readOnly={readOnly} />;
    case "approval":
      return <ApprovalCard approvalId={item.approvalId} actions={item.actions} />;
  }
}

function Items({ actions, readOnly = false }: ActionListProps) {
  const words = useWords("actions");
  const items = useMemo(() => buildTimeline(actions, readOnly), [actions, readOnly]);
  return (
    <div data-slot="action-list" className="@container/list">
      {isUnderWay(actions) && !readOnly ? (
        <p role="status" className="sr-only">
          {announcement(actions, words)}
        </p>
      ) : null}
      <ul>
        {items.map((item) => (
          <li key={itemKey(item)}>
            <Item item={item} readOnly={readOnly} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The agent's work: one row per inner tool call, finished reads folded, questions as cards. */
export function ActionList(props: ActionListProps) {
  return (
    <WordsFor room="work">
      <Items {...props} />
    </WordsFor>
  );
}
