"use client";

import { CopyButton } from "@/components/results/parts/copy-button";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { useServiceModes } from "@/components/results/parts/service-modes";
import type { ConnectionState, ConnectionView, LostAccount } from "@/lib/shared/connection";
import { toolkitName } from "../describe/toolkit-name";
import { Disclosure } from "../disclosure";
import { adviceForAdministrator, describeScopes, describeSignIn } from "./provider";

type StateOf<Status> = Extract<ConnectionState, { status: Status }>;

/** What the agent may do with a connection, in words. */
function Scopes({ toolkit }: { toolkit: string }) {
  const scopes = describeScopes(toolkit);
  if (scopes.length === 0) return null;
  return (
    <>
      <p className="mt-1.5">Connected, the agent may, in your name:</p>
      <ul className="list-disc pl-4.5 marker:text-border">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
      <p className="mt-1.5">Before every change it asks you here.</p>
    </>
  );
}

function Loss({ toolkit, lost }: { toolkit: string; lost: LostAccount }) {
  const name = lost.account ? (
    <strong className="font-medium text-foreground">
      <PlainText text={lost.account} />
    </strong>
  ) : (
    "your account"
  );
  return (
    <p className="mb-1.5 text-foreground">
      {lost.how === "signed-out" ? (
        <>
          {toolkitName(toolkit)} signed this app out of {name} <RelativeTime time={lost.since} />.
        </>
      ) : (
        <>
          {name} was switched off <RelativeTime time={lost.since} />.
        </>
      )}{" "}
      What was asked for goes on once you have signed in again.
    </p>
  );
}

function Failure({ toolkit, state }: { toolkit: string; state: StateOf<"failed"> }) {
  const name = toolkitName(toolkit);
  switch (state.cause) {
    case "not-configured":
      return (
        <p>
          No sign-in for {name} is set up where this server connects accounts. Ask the administrator
          to add an auth config for {name} in Composio; your chat waits here meanwhile.
        </p>
      );
    case "unreachable":
      return <p>The service that connects accounts does not answer. Your chat is safe.</p>;
    case "refused":
      return (
        <>
          <p>
            <PlainText text={state.reason} />
          </p>
          <div className="mt-1.5">
            <Disclosure label="What to ask your admin">
              <p className="mb-1.5">
                Where it was not you who declined, your workspace blocks this app. Send this to
                whoever administers it:
              </p>
              <blockquote className="border-border border-l-2 pl-3 text-foreground">
                {adviceForAdministrator(toolkit)}
              </blockquote>
              <div className="mt-1.5">
                <CopyButton label="Copy text" text={() => adviceForAdministrator(toolkit)} />
              </div>
            </Disclosure>
          </div>
        </>
      );
    case undefined:
      return (
        <p>
          <PlainText text={state.reason} />
        </p>
      );
  }
}

/** What a person should know at each point of an attempt to connect. */
export function ConnectExplanation({ connection }: { connection: ConnectionView }) {
  const modes = useServiceModes();
  const { state, toolkit } = connection;
  switch (state.status) {
    case "needed":
      return (
        <>
          {state.lost ? <Loss toolkit={toolkit} lost={state.lost} /> : null}
          <p>{describeSignIn(toolkit, modes)}</p>
          {state.lost ? null : <Scopes toolkit={toolkit} />}
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
      return <Failure toolkit={toolkit} state={state} />;
    case "expired":
      return <p>Nothing was connected. A new link takes one click.</p>;
    case "connected":
    case "declined":
      return null;
  }
}
