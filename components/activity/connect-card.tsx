"use client";

import { useCallback, useState } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { useServiceModes } from "@/components/results/parts/service-modes";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/shared/connection";
import { ConnectActions } from "./connect/connect-actions";
import { connectHeadline, sharedHeadline } from "./connect/connect-headline";
import { ConnectIcon } from "./connect/connect-icon";
import { describeScopes, describeSignIn } from "./connect/provider";
import { useAttempt, useReturn } from "./connect/use-attempt";

type ConnectCardProps = {
  connection: ConnectionView;
  /** A copy that strangers read: no account, nothing to press. */
  readOnly?: boolean;
};

function ConnectLine({ connection, readOnly }: Required<ConnectCardProps>) {
  const { state } = connection;
  return (
    <p className="flex items-start gap-2 py-1 text-sm">
      <ConnectIcon status={state.status} still={readOnly} />
      <span className="wrap-anywhere min-w-0">
        {!readOnly && state.status === "connected" && state.account ? (
          <>
            Connected as{" "}
            <strong className="font-semibold">
              <PlainText text={state.account} />
            </strong>{" "}
            – continuing.
          </>
        ) : (
          `${readOnly ? sharedHeadline(connection) : connectHeadline(connection)}.`
        )}
      </span>
    </p>
  );
}

function Explanation({ connection }: { connection: ConnectionView }) {
  const modes = useServiceModes();
  const { state, toolkit } = connection;
  switch (state.status) {
    case "needed":
      return (
        <>
          <p>{describeSignIn(toolkit, modes)}</p>
          {describeScopes(toolkit).length > 0 ? (
            <>
              <p className="mt-1.5">Connected, the agent may, in your name:</p>
              <ul className="list-disc pl-4.5 marker:text-border">
                {describeScopes(toolkit).map((scope) => (
                  <li key={scope}>{scope}</li>
                ))}
              </ul>
              <p className="mt-1.5">Before every change it asks you here.</p>
            </>
          ) : null}
        </>
      );
    case "opened":
      return (
        <p>
          This goes on by itself once you have signed in and come back, in this browser. The link
          expires <RelativeTime time={state.expiresAt} />.
        </p>
      );
    case "waiting":
      return (
        <p>
          Access was allowed, and this browser has not come back from there yet. Unless it does
          within a minute, nothing is connected and the access is thrown away.
        </p>
      );
    case "failed":
      return (
        <p>
          <PlainText text={state.reason} />
        </p>
      );
    case "expired":
      return <p>Nothing was connected. A new link takes one click.</p>;
    case "connected":
    case "declined":
      return null;
  }
}

/** The way to an account the agent needs, from the first click to "Connected as jane-acme – continuing." */
export function ConnectCard({ connection, readOnly = false }: ConnectCardProps) {
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
    <section data-slot="connection" data-status={status} aria-label={connectHeadline(connection)}>
      <p role="status" className="sr-only">
        {connectHeadline(connection)}
      </p>
      {settled ? (
        <ConnectLine connection={connection} readOnly={false} />
      ) : (
        <div className="my-2 rounded-lg border border-accent/50 bg-surface shadow-raised">
          <div className="flex items-start gap-2.5 px-3.5 pt-3 pb-2.5">
            <ConnectIcon status={status} still={false} />
            <div className="min-w-0">
              <h3 className="font-medium text-base leading-5">{connectHeadline(connection)}</h3>
              <div className="wrap-anywhere mt-1 text-muted-foreground text-sm">
                <Explanation connection={connection} />
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
    </section>
  );
}
