"use client";

import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { errorView } from "@/lib/client/request";
import type { ConnectedAccount } from "@/lib/shared/connection";
import type { ErrorView } from "@/lib/shared/error";
import { AccountRow } from "./account-row";
import { accountsToShow } from "./account-status";
import { ConnectButton } from "./connect-button";
import { listAccounts } from "./connections-api";

type Accounts =
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "loaded"; accounts: ConnectedAccount[] };

const toolkit = "bitbucket";

function AccountRows({ accounts, onChanged }: { accounts: Accounts; onChanged: () => void }) {
  switch (accounts.status) {
    case "loading":
      return (
        <div role="status" className="p-4">
          <span className="sr-only">Loading your accounts</span>
          <Skeleton className="h-5 w-40" />
          <Skeleton className="mt-2 h-4 w-56" />
        </div>
      );
    case "failed":
      return (
        <div className="p-3">
          <Notice error={accounts.error}>
            <Button size="small" onClick={onChanged}>
              Try again
            </Button>
          </Notice>
        </div>
      );
    case "loaded":
      if (accounts.accounts.length === 0) {
        return (
          <p className="p-4 text-muted-foreground">
            No account is connected. Connect one now, or wait until a chat asks for it.
          </p>
        );
      }
      return (
        <ul>
          {accounts.accounts.map((account) => (
            <AccountRow key={account.id} account={account} onRemoved={onChanged} />
          ))}
        </ul>
      );
  }
}

/** The connected accounts, asked from the router itself each time. */
export function ConnectionList() {
  const [accounts, setAccounts] = useState<Accounts>({ status: "loading" });
  const load = useCallback(
    () =>
      listAccounts().then(
        (loaded) => setAccounts({ status: "loaded", accounts: accountsToShow(loaded) }),
        (error: unknown) => setAccounts({ status: "failed", error: errorView(error) }),
      ),
    [],
  );
  useEffect(() => void load(), [load]);

  return (
    <>
      <section
        aria-label="Connected accounts"
        className="my-6 overflow-hidden rounded-xl border border-border bg-surface"
      >
        <AccountRows accounts={accounts} onChanged={load} />
      </section>
      <ConnectButton toolkit={toolkit} />
    </>
  );
}
