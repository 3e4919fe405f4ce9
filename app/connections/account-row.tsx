"use client";

import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { errorView } from "@/lib/client/request";
import type { ConnectedAccount } from "@/lib/shared/connection";
import { accountStatus } from "./account-status";
import { removeAccount } from "./connections-api";

const looks = {
  good: { icon: CircleCheck, color: "text-success" },
  pending: { icon: CircleDashed, color: "text-muted-foreground" },
  bad: { icon: CircleAlert, color: "text-danger" },
};

export function AccountRow({
  account,
  onRemoved,
}: {
  account: ConnectedAccount;
  onRemoved: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const { tone, words } = accountStatus(account.status);
  const { icon: Icon, color } = looks[tone];
  const toolkit = toolkitName(account.toolkit);
  const name = account.account ?? "Account without a name";

  const remove = async () => {
    try {
      await removeAccount(account.id);
    } catch (error) {
      return errorView(error);
    }
    return null;
  };
  const leave = (confirmed: boolean) => {
    setAsking(false);
    if (confirmed) onRemoved();
  };

  return (
    <li
      data-slot="account-row"
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-border border-t px-4 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto_auto]"
    >
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-muted-foreground">
          {toolkit}, added <RelativeTime time={account.createdAt} />
        </p>
      </div>
      <span
        className={`col-start-1 row-start-2 flex items-center gap-1.5 text-sm sm:col-start-2 sm:row-start-1 ${color}`}
      >
        <Icon aria-hidden className="size-4" />
        {words}
      </span>
      <div className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1">
        <Button variant="quiet" aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
          Remove
        </Button>
      </div>
      {asking ? (
        <Confirmation title={`Remove ${name}?`} action="Remove" onConfirm={remove} onClosed={leave}>
          Branchline can no longer act in this {toolkit} account. Chats and what was done stay. You
          can connect it again at any time.
        </Confirmation>
      ) : null}
    </li>
  );
}
