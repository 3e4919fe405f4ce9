"use client";

import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
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
  const words = useWords("connect");
  const scopes = describeScopes(toolkit, words);
  if (scopes.length === 0) return null;
  return (
    <>
      <p className="mt-1.5">{words.agentMay}</p>
      <ul className="list-disc pl-4.5 marker:text-border">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
      <p className="mt-1.5">{words.asksHere}</p>
    </>
  );
}

function Loss({ toolkit, lost }: { toolkit: string; lost: LostAccount }) {
  const words = useWords("connect").lost;
  const name = lost.account ? (
    <strong className="font-medium text-foreground">
      <PlainText text={lost.account} />
    </strong>
  ) : (
    words.yourAccount
  );
  const { beforeAccount, beforeTime, end } =
    lost.how === "signed-out" ? words.signedOut(toolkitName(toolkit)) : words.switchedOff;
  return (
    <p className="mb-1.5 text-foreground">
      {beforeAccount}
      {name}
      {beforeTime}
      <RelativeTime time={lost.since} />
      {end} {words.goesOn}
    </p>
  );
}

function Reason({ state: { reason, said } }: { state: StateOf<"failed"> }) {
  const error = { message: reason, ...(said ? { said: { message: said } } : {}) };
  return <ErrorText error={error}>{({ message }) => <PlainText text={message} />}</ErrorText>;
}

function Failure({ toolkit, state }: { toolkit: string; state: StateOf<"failed"> }) {
  const words = useWords("connect");
  const { failed } = words;
  switch (state.cause) {
    case "not-configured":
      return <p>{failed.notConfigured(toolkitName(toolkit))}</p>;
    case "unreachable":
      return <p>{failed.unreachable}</p>;
    case "refused": {
      const advice = adviceForAdministrator(toolkit, words);
      return (
        <>
          <p>
            <Reason state={state} />
          </p>
          <div className="mt-1.5">
            <Disclosure label={failed.askAdmin}>
              <p className="mb-1.5">{failed.blocked}</p>
              <blockquote className="border-border border-l-2 pl-3 text-foreground">
                {advice}
              </blockquote>
              <div className="mt-1.5">
                <CopyButton label={failed.copyText} text={() => advice} />
              </div>
            </Disclosure>
          </div>
        </>
      );
    }
    case undefined:
      return (
        <p>
          <Reason state={state} />
        </p>
      );
  }
}

/** What a person should know at each point of an attempt to connect. */
export function ConnectExplanation({ connection }: { connection: ConnectionView }) {
  const modes = useServiceModes();
  const words = useWords("connect");
  const { state, toolkit } = connection;
  switch (state.status) {
    case "needed":
      return (
        <>
          {state.lost ? <Loss toolkit={toolkit} lost={state.lost} /> : null}
          <p>{describeSignIn(toolkit, modes, words)}</p>
          {state.lost ? null : <Scopes toolkit={toolkit} />}
        </>
      );
    case "opened":
      return (
        <p>
          {words.opened.goesOn} {words.opened.expires.before}
          <RelativeTime time={state.expiresAt} />
          {words.opened.expires.after}
        </p>
      );
    case "waiting":
      return <p>{words.waiting}</p>;
    case "failed":
      return <Failure toolkit={toolkit} state={state} />;
    case "expired":
      return <p>{words.expired}</p>;
    case "connected":
    case "declined":
      return null;
  }
}
