import type { ReactNode } from "react";
import { OpenLink } from "@/components/results/parts/external-link";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import { toolkitName } from "./describe/toolkit-name";

function Note({ children }: { children: ReactNode }) {
  return <div className="wrap-anywhere pb-1.5 pl-6 text-sm leading-5">{children}</div>;
}

/** What went wrong, and what the person can do about it; a reader of a copy can do nothing. */
function ErrorNote({ error, readOnly }: { error: ErrorView; readOnly: boolean }) {
  return (
    <Note>
      <p className="text-danger">
        <PlainText text={error.message} />
      </p>
      {error.hint && !readOnly ? (
        <p className="text-muted-foreground">
          <PlainText text={error.hint} />
        </p>
      ) : null}
    </Note>
  );
}

/** The sentence below a row whose end needs explaining; the others have none. */
export function OutcomeNote({ action, readOnly }: { action: ActionView; readOnly: boolean }) {
  const { state } = action;
  const place = toolkitName(action.toolkit);
  switch (state.status) {
    case "failed":
    case "blocked":
      return <ErrorNote error={state.error} readOnly={readOnly} />;
    case "denied":
      return (
        <Note>
          <span className="text-muted-foreground">
            {readOnly ? "The answer was no" : "You said no"}
            {state.reason ? ": " : "."}
            {state.reason ? <PlainText text={state.reason} /> : null}
          </span>
        </Note>
      );
    case "unknown":
      return (
        <Note>
          <span className="text-warning">This may have gone through – check {place}.</span>{" "}
          <OpenLink href={state.link} label={`Open ${place}`} />
        </Note>
      );
    case "running":
      return state.progress?.message ? (
        <Note>
          <span className="text-muted-foreground">
            <PlainText text={state.progress.message} />
          </span>
        </Note>
      ) : null;
    case "queued":
    case "approval":
    case "connection":
    case "succeeded":
    case "cancelled":
      return null;
  }
}
