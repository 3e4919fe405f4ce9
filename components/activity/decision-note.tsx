"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import { wasAnsweredElsewhere } from "./approval/answered-here";
import { argumentName } from "./argument-list";
import { Replaced } from "./compare/replaced";

/** What the person changed before they said yes: as it was asked for, and as it was sent. */
function Edits({ original, sent }: { original: object; sent: object }) {
  const words = useWords("activity");
  const [asked, given] = [new Map(Object.entries(original)), new Map(Object.entries(sent))];
  const names = [...new Set([...asked.keys(), ...given.keys()])].filter(
    (name) => JSON.stringify(asked.get(name)) !== JSON.stringify(given.get(name)),
  );
  return (
    <div data-slot="edits">
      <p className="text-muted-foreground">{words.rows.editedByYou}</p>
      <dl className="space-y-0.5">
        {names.map((name) => (
          <div key={name} className="wrap-anywhere">
            <dt className="inline text-muted-foreground">
              <PlainText text={argumentName(name, words.sent)} />:{" "}
            </dt>
            <dd className="inline">
              <Replaced before={asked.get(name)} now={given.get(name)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Allowed({ scope }: { scope: NonNullable<ActionView["allowed"]> }) {
  const words = useWords("activity").rows;
  return (
    <p className="text-muted-foreground">
      {scope === "chat" ? words.allowedInChat : words.allowedAlways}{" "}
      <Link
        href="/permissions"
        prefetch={false}
        className="touch-target underline underline-offset-2 hover:text-foreground"
      >
        {words.change}
      </Link>
    </p>
  );
}

/** Whether what became of an action is somebody's answer: a stop and a question that was open too long are none. */
function isAnswered({ state }: ActionView): boolean {
  return !["approval", "cancelled", "blocked"].includes(state.status);
}

/** How it came that an action was done as it was, where that is not plain: whom it was up to, and what they changed. */
export function DecisionNote({ action }: { action: ActionView }) {
  // As this row found it: it stands where the question stood.
  const [elsewhere] = useState(() => wasAnsweredElsewhere(action.id));
  const { answeredInOtherTab } = useWords("activity").rows;
  const { allowed, original } = action;
  const answeredElsewhere = elsewhere && isAnswered(action);
  if (!allowed && !original && !answeredElsewhere) return null;
  return (
    <div data-slot="decision" className="pb-1.5 pl-6 text-sm leading-5">
      {allowed ? <Allowed scope={allowed} /> : null}
      {original ? <Edits original={original} sent={action.arguments} /> : null}
      {answeredElsewhere ? (
        <p role="status" className="text-muted-foreground">
          {answeredInOtherTab}
        </p>
      ) : null}
    </div>
  );
}
