import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import type { Words } from "@/lib/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

type ExpiredAccountsProps = {
  accounts: readonly { accountId: string; toolkit: string; name: string | null }[];
  words: Words["chat"]["welcome"];
};

/** Says of accounts that they have to be connected again, before something fails for want of them. */
export function ExpiredAccounts({ accounts, words }: ExpiredAccountsProps) {
  return accounts.map(({ accountId, toolkit, name }) => (
    <p
      key={accountId}
      data-slot="expired-account"
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-danger/35 border-b bg-danger-soft px-4 py-2 text-sm"
    >
      <span className="flex items-center gap-2">
        <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
        {words.expired(
          toolkitName(toolkit),
          name === null ? undefined : revealHiddenCharacters(name),
        )}
      </span>
      <Link href="/connections" className="touch-target font-medium underline">
        {words.connectAgain}
      </Link>
    </p>
  ));
}
