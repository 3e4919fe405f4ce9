"use client";

import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { Notice } from "@/components/ui/notice";
import { makeDefault, removeAccount } from "@/lib/client/connections-api";
import { errorView } from "@/lib/client/request";
import type { ConnectedAccount } from "@/lib/shared/connection";
import type { ErrorView } from "@/lib/shared/error";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { accountStatus } from "./account-status";
import { ConnectButton } from "./connect-button";
import { Workspaces } from "./workspaces";

const looks = {
  good: { icon: CircleCheck, color: "text-success" },
  pending: { icon: CircleDashed, color: "text-muted-foreground" },
  bad: { icon: CircleAlert, color: "text-danger" },
};

type AccountRowProps = {
  account: ConnectedAccount;
  /** New chats act as it, and there are others they could act as. */
  isDefault: boolean;
  /** New chats could act as it instead of another. */
  canBeDefault: boolean;
  onChanged: () => void;
};

/** An account with how it stands, where it can work, and what can be done about it. */
export function AccountRow({ account, isDefault, canBeDefault, onChanged }: AccountRowProps) {
  const text = useWords("connections");
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ErrorView | null>(null);
  const { tone, words, lost } = accountStatus(account.status, text.status);
  const { icon: Icon, color } = looks[tone];
  const toolkit = toolkitName(account.toolkit);
  const name = account.account ? revealHiddenCharacters(account.account) : text.nameless;

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
    if (confirmed) onChanged();
  };
  const prefer = () => {
    setProblem(null);
    makeDefault(account.id).then(onChanged, (error: unknown) => setProblem(errorView(error)));
  };

  return (
    <li
      data-slot="account-row"
      className="grid grid-cols-[minmax(0,1fr)] gap-2 border-border border-t px-4 py-3 first:border-t-0"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
        <div className="min-w-0">
          <p className="flex items-center gap-2">
            <span className="truncate font-medium">
              <PlainText text={name} />
            </span>
            {isDefault ? (
              <span className="shrink-0 rounded-full bg-accent-soft px-2 py-0.5 text-xs">
                {text.forNewChats}
              </span>
            ) : null}
          </p>
          <p className="text-sm text-muted-foreground">
            {text.added(toolkit)} <RelativeTime time={account.createdAt} />
          </p>
        </div>
        <Button
          variant="quiet"
          aria-label={text.removeAccount(name)}
          onClick={() => setAsking(true)}
        >
          {text.remove}
        </Button>
      </div>
      <p className={`flex items-center gap-1.5 text-sm ${color}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        <span>
          {words}
          {lost ? (
            <>
              {" "}
              <RelativeTime time={account.updatedAt} />
            </>
          ) : null}
        </span>
      </p>
      {account.status === "ACTIVE" ? <Workspaces accountId={account.id} /> : null}
      {problem ? <Notice error={problem} /> : null}
      {lost ? <ConnectButton toolkit={account.toolkit} label={text.reconnect(name)} /> : null}
      {canBeDefault ? (
        <div>
          <Button size="small" aria-label={text.chooseAccount(name)} onClick={prefer}>
            {text.use}
          </Button>
        </div>
      ) : null}
      {asking ? (
        <Confirmation
          title={text.askRemove(name)}
          action={text.remove}
          onConfirm={remove}
          onClosed={leave}
        >
          {text.removeMeans(toolkit)}
        </Confirmation>
      ) : null}
    </li>
  );
}
