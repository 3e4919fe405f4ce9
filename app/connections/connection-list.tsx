"use client";

import { useCallback, useEffect, useState } from "react";
import { describeScopes, describeSignIn } from "@/components/activity/connect/provider";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { useWords } from "@/components/language/words";
import { useServiceModes } from "@/components/results/parts/service-modes";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { readConnections } from "@/lib/client/connections-api";
import { errorView } from "@/lib/client/request";
import type { ConnectedAccount, Connections } from "@/lib/shared/connection";
import type { ErrorView } from "@/lib/shared/error";
import { AccountRow } from "./account-row";
import { accountsToShow } from "./account-status";
import { ConnectButton } from "./connect-button";

type Accounts =
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "loaded"; accounts: ConnectedAccount[]; connections: Connections };

const works = ({ status }: ConnectedAccount) => status === "ACTIVE";

/** Whether new chats act as an account, where they could act as another as well. */
function standingOf(account: ConnectedAccount, { accounts, chosen, choosable }: Connections) {
  const rivals = accounts.filter((other) => other.toolkit === account.toolkit && works(other));
  const open = choosable && works(account) && rivals.length > 1;
  const isChosen = chosen[account.toolkit] === account.id;
  return { isDefault: open && isChosen, canBeDefault: open && !isChosen };
}

function AccountRows({ accounts, onChanged }: { accounts: Accounts; onChanged: () => void }) {
  const words = useWords("connections");
  const { tryAgain } = useWords("common");
  switch (accounts.status) {
    case "loading":
      return (
        <div role="status" className="p-4">
          <span className="sr-only">{words.loading}</span>
          <Skeleton className="h-5 w-40" />
          <Skeleton className="mt-2 h-4 w-56" />
        </div>
      );
    case "failed":
      return (
        <div className="p-3">
          <Notice error={accounts.error}>
            <Button size="small" onClick={onChanged}>
              {tryAgain}
            </Button>
          </Notice>
        </div>
      );
    case "loaded":
      if (accounts.accounts.length === 0) {
        return <p className="p-4 text-muted-foreground">{words.none}</p>;
      }
      return (
        <ul>
          {accounts.accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              {...standingOf(account, accounts.connections)}
              onChanged={onChanged}
            />
          ))}
        </ul>
      );
  }
}

/** What connecting a toolkit means, and the button that begins it. */
function ToolkitSection({
  toolkit,
  hasAccount,
  several,
}: {
  toolkit: string;
  hasAccount: boolean;
  /** There are others: each needs its name above it. */
  several: boolean;
}) {
  const words = useWords("connect");
  const text = useWords("connections");
  const name = toolkitName(toolkit);
  const scopes = describeScopes(toolkit, words);
  const modes = useServiceModes();
  return (
    <section aria-label={name} className="mb-8 grid justify-items-start gap-3 text-sm">
      {several ? <h2 className="font-semibold text-base">{name}</h2> : null}
      <div className="text-muted-foreground">
        <p>{describeSignIn(toolkit, modes, words)}</p>
        {scopes.length > 0 ? (
          <>
            <p className="mt-1.5">{words.agentMay}</p>
            <ul className="list-disc pl-4.5 marker:text-border">
              {scopes.map((scope) => (
                <li key={scope}>{scope}</li>
              ))}
            </ul>
            <p className="mt-1.5">{text.asksInChat}</p>
          </>
        ) : null}
      </div>
      <ConnectButton
        toolkit={toolkit}
        label={hasAccount ? text.connectAnother(name) : words.actions.connect(name)}
      />
    </section>
  );
}

/** The connected accounts, asked from the router itself each time. */
export function ConnectionList({ toolkits }: { toolkits: readonly string[] }) {
  const [accounts, setAccounts] = useState<Accounts>({ status: "loading" });
  const load = useCallback(
    () =>
      readConnections().then(
        (connections) =>
          setAccounts({
            status: "loaded",
            accounts: accountsToShow(connections.accounts),
            connections,
          }),
        (error: unknown) => setAccounts({ status: "failed", error: errorView(error) }),
      ),
    [],
  );
  useEffect(() => void load(), [load]);
  const words = useWords("connections");

  return (
    <>
      <section
        aria-label={words.accounts}
        className="my-6 overflow-hidden rounded-xl border border-border bg-surface"
      >
        <AccountRows accounts={accounts} onChanged={load} />
      </section>
      {toolkits.map((toolkit) => (
        <ToolkitSection
          key={toolkit}
          toolkit={toolkit}
          several={toolkits.length > 1}
          hasAccount={
            accounts.status === "loaded" &&
            accounts.accounts.some((account) => account.toolkit === toolkit && works(account))
          }
        />
      ))}
    </>
  );
}
