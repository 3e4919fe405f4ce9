import type { ReactNode } from "react";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { OpenLink } from "@/components/results/parts/external-link";
import { PlainText } from "@/components/results/parts/plain-text";
import { useServiceModes } from "@/components/results/parts/service-modes";
import { addressToLookAt } from "@/components/results/receipt-address";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import { AskButton } from "./ask-button";
import { checkRequest } from "./describe/requests";
import { toolkitName } from "./describe/toolkit-name";
import { causeOf, NextStep } from "./next-step";

type Props = { action: ActionView; readOnly: boolean };

function Note({ children }: { children: ReactNode }) {
  return <div className="wrap-anywhere pb-1.5 pl-6 text-sm leading-5">{children}</div>;
}

/** What went wrong, and what the person can do about it; a reader of a copy can do nothing. */
function ErrorNote({ action, error, readOnly }: Props & { error: ErrorView }) {
  const cause = causeOf(error, useWords("activity").outcomes);
  return (
    <Note>
      <p className="text-danger">
        {cause && !readOnly ? <span className="font-medium">{cause}: </span> : null}
        <ErrorText error={error}>{({ message }) => <PlainText text={message} />}</ErrorText>
      </p>
      {error.hint && !readOnly ? (
        <p className="text-muted-foreground">
          <ErrorText error={error}>{({ hint = "" }) => <PlainText text={hint} />}</ErrorText>
        </p>
      ) : null}
      {readOnly ? null : (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 empty:hidden">
          <NextStep action={action} error={error} />
        </div>
      )}
    </Note>
  );
}

/** The way to where a person can look for themselves; the embedded Bitbucket has no pages. */
function LookLink({ action }: { action: ActionView }) {
  const modes = useServiceModes();
  const words = useWords("activity").outcomes;
  const address = modes?.router === "hosted" ? addressToLookAt(action) : undefined;
  return <OpenLink href={address} label={words.open(toolkitName(action.toolkit))} />;
}

/** The sentence below a row whose end needs explaining; the others have none. */
export function OutcomeNote({ action, readOnly }: Props) {
  const { state } = action;
  const words = useWords("activity").outcomes;
  const actionWords = useWords("actions");
  const place = toolkitName(action.toolkit);
  switch (state.status) {
    case "failed":
    case "blocked":
      return <ErrorNote action={action} error={state.error} readOnly={readOnly} />;
    case "denied":
      return (
        <Note>
          <span className="text-muted-foreground">
            {readOnly ? words.answerWasNo : words.youSaidNo}
            {state.reason ? ": " : "."}
            {state.reason ? <PlainText text={state.reason} /> : null}
          </span>
        </Note>
      );
    case "unknown":
      return (
        <Note>
          <p className="text-warning">{words.mayHaveGoneThrough(place)}</p>
          {readOnly ? null : (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 empty:hidden">
              <AskButton text={checkRequest(action, actionWords)} label={words.checkWhether}>
                {words.check}
              </AskButton>
              <LookLink action={action} />
            </div>
          )}
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
