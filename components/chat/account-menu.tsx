"use client";

import { Check, ChevronDown, CircleAlert, Plus, UserRound } from "lucide-react";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { ToolkitSwitches } from "@/lib/shared/api";
import type { ConnectedAccount, Connections } from "@/lib/shared/connection";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

/** Names that tell the accounts apart, also where two have the same. */
function labelsOf(
  accounts: readonly ConnectedAccount[],
  { nameless }: { nameless: string },
): Map<string, string> {
  const names = accounts.map(({ account }) =>
    account ? revealHiddenCharacters(account) : nameless,
  );
  return new Map(
    accounts.map((account, index) => {
      const name = names[index] ?? "";
      const shared = names.filter((other) => other === name).length > 1;
      return [account.id, shared ? `${name} (${account.id.slice(-4)})` : name];
    }),
  );
}

type AccountMenuProps = {
  toolkit: string;
  connections: Connections;
  /** There are several toolkits: each says which it is. */
  several: boolean;
  onChoose: (toolkit: string, accountId: string) => void;
};

function ToolkitAccount({ toolkit, connections, several, onChoose }: AccountMenuProps) {
  const words = useWords("chat").account;
  const own = connections.accounts.filter((account) => account.toolkit === toolkit);
  const chosen = own.find(({ id }) => id === connections.chosen[toolkit]);
  const active = own.filter(({ status }) => status === "ACTIVE");
  if (!chosen) return null;
  const labels = labelsOf(own, words);
  const works = chosen.status === "ACTIVE";
  const name = labels.get(chosen.id) ?? "";
  const entries: MenuEntry[] = [
    ...active.map((account) => ({
      label: labels.get(account.id) ?? "",
      icon: account.id === chosen.id ? Check : UserRound,
      checked: account.id === chosen.id,
      onSelect: () => onChoose(toolkit, account.id),
    })),
    {
      label: works ? words.connectAnother : words.reconnect,
      icon: Plus,
      href: "/connections",
    },
  ];
  return (
    <Menu
      label={(works ? words.worksAs : words.signedOut)(toolkitName(toolkit), name)}
      align="start"
      side="top"
      className={`touch-target -mx-1.5 flex min-w-0 items-center gap-1 rounded-md px-1.5 py-1 text-xs hover:bg-hover data-popup-open:bg-hover ${works ? "text-muted-foreground hover:text-foreground" : "text-danger"}`}
      entries={entries}
    >
      {works ? null : <CircleAlert aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate">
        {several ? `${toolkitName(toolkit)} ` : ""}
        {words.as}{" "}
        <span className={works ? "font-medium text-foreground" : "font-medium"}>
          <PlainText text={name} />
        </span>
      </span>
      <ChevronDown aria-hidden className="size-3 shrink-0" />
    </Menu>
  );
}

/** As which account this chat works, and the way to another: one chip for each toolkit that is on and has any. */
export function AccountMenu({
  connections,
  toolkits,
  onChoose,
}: Pick<AccountMenuProps, "connections" | "onChoose"> & { toolkits: ToolkitSwitches }) {
  const used = Object.keys(connections.chosen).filter((toolkit) => toolkits[toolkit]);
  if (!connections.choosable) return null;
  return used.map((toolkit) => (
    <ToolkitAccount
      key={toolkit}
      toolkit={toolkit}
      connections={connections}
      several={used.length > 1}
      onChoose={onChoose}
    />
  ));
}
