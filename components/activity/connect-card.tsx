"use client";

import Link from "next/link";
import { useCallback, useState } from "react";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { PlainText } from "@/components/results/parts/plain-text";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/shared/connection";
import { ConnectActions } from "./connect/connect-actions";
import { ConnectExplanation } from "./connect/connect-explanation";
import { connectHeadline, sharedHeadline } from "./connect/connect-headline";
import { ConnectIcon } from "./connect/connect-icon";
import { useAttempt, useReturn } from "./connect/use-attempt";

type ConnectCardProps = {
  connection: ConnectionView;
  /** A copy that strangers read: no account, nothing to press. */
  readOnly?: boolean;
};

function ConnectLine({ connection, readOnly }: Required<ConnectCardProps>) {
  const { state } = connection;
  const words = useWords("connect");
  return (
    <p className="flex items-start gap-2 py-1 text-sm">
      <ConnectIcon status={state.status} still={readOnly} />
      <span className="wrap-anywhere min-w-0">
        {!readOnly && state.status === "connected" && state.account ? (
          <>
            {words.connectedAs.before}
            <strong className="font-semibold">
              <PlainText text={state.account} />
            </strong>{" "}
            {words.connectedAs.after}{" "}
            <Link
              href="/connections"
              className="text-muted-foreground text-xs underline underline-offset-2 hover:text-foreground"
            >
              {words.useAnotherAccount}
            </Link>
          </>
        ) : (
          `${readOnly ? sharedHeadline(connection, words) : connectHeadline(connection, words)}.`
        )}
      </span>
    </p>
  );
}

function ConnectBody({ connection, readOnly = false }: ConnectCardProps) {
  const headline = connectHeadline(connection, useWords("connect"));
  const { progress, send } = useAttempt(connection.id);
  const [wasOpened, setWasOpened] = useState(false);
  const { status } = connection.state;
  const outside = status === "opened" || status === "waiting" || (status === "needed" && wasOpened);
  useReturn(
    outside && !readOnly,
    useCallback(() => void send("check"), [send]),
  );

  if (readOnly) return <ConnectLine connection={connection} readOnly />;
  const settled = status === "connected" || status === "declined";
  return (
    <article data-slot="connection" data-status={status} aria-label={headline}>
      <p role="status" className="sr-only">
        {headline}
      </p>
      {settled ? (
        <ConnectLine connection={connection} readOnly={false} />
      ) : (
        <div className="my-2 rounded-lg border border-accent/50 bg-surface shadow-raised">
          <div className="flex items-start gap-2.5 px-3.5 pt-3 pb-2.5">
            <ConnectIcon status={status} still={false} />
            <div className="min-w-0">
              <h2 className="font-medium text-base leading-5">{headline}</h2>
              <div className="wrap-anywhere mt-1 text-muted-foreground text-sm">
                <ConnectExplanation connection={connection} />
              </div>
            </div>
          </div>
          <footer className="space-y-2.5 rounded-b-lg border-border border-t bg-sunken px-3.5 py-2.5">
            {progress.status === "refused" ? <Notice error={progress.error} /> : null}
            <div className="flex flex-wrap items-center gap-2">
              <ConnectActions
                connection={connection}
                progress={progress}
                onSend={send}
                onOpen={() => setWasOpened(true)}
              />
            </div>
          </footer>
        </div>
      )}
    </article>
  );
}

/** The way to an account the agent needs, from the first click to "Connected as jane-acme – continuing." */
export function ConnectCard(props: ConnectCardProps) {
  return (
    <WordsFor room="connect">
      <ConnectBody {...props} />
    </WordsFor>
  );
}
