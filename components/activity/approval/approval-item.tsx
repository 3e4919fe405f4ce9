"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";
import type { ActionView } from "@/lib/shared/action";
import { ArgumentList } from "../argument-list";
import { describeEffect } from "../describe/describe-action";
import { Disclosure } from "../disclosure";
import { RawText } from "../raw-text";
import { EditButton } from "./edit/edit-button";
import { EditArguments } from "./edit/edit-form";
import type { Approval } from "./use-approval";

type ApprovalItemProps = { action: ActionView; approval: Approval };

/** What is sent, whole; or as its person is changing it. */
export function ApprovalItem({ action, approval }: ApprovalItemProps) {
  const [discarded, setDiscarded] = useState(false);
  const { state } = action;
  const words = useWords("actions");
  const { rawJson } = useWords("activity").rows;
  const edit = approval.draft.edits.get(action.id);
  const locked = approval.progress.status === "sending";
  if (state.status !== "approval") return null;
  if (edit) {
    return (
      <EditArguments
        edit={edit}
        disabled={locked}
        onChange={(texts) => approval.changeEdit(action.id, { ...edit, texts })}
        onDiscard={() => {
          setDiscarded(true);
          approval.changeEdit(action.id, undefined);
        }}
      />
    );
  }
  return (
    <div className="space-y-2.5">
      <ArgumentList values={action.arguments} before={state.before} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {state.editable ? (
          <EditButton
            actionId={action.id}
            effect={describeEffect(action, words).text}
            disabled={locked}
            focused={discarded}
            onOpened={(form) =>
              approval.changeEdit(action.id, { form, texts: new Map(), warnings: [] })
            }
          />
        ) : null}
        <Disclosure label={rawJson}>
          <RawText value={{ tool: action.tool, arguments: action.arguments }} whole />
        </Disclosure>
      </div>
    </div>
  );
}
