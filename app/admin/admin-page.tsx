import Link from "next/link";
import type { ReactNode } from "react";
import { PlainPage } from "@/components/ui/plain-page";
import { requestWords } from "@/lib/server/language";

const addresses = {
  users: "/admin",
  usage: "/admin/usage",
  runs: "/admin/runs",
  policy: "/admin/policy",
  trail: "/admin/trail",
} as const;
export type AdminTab = keyof typeof addresses;

/** A page of the administration, and the ways to the others. */
export async function AdminPage({ tab, children }: { tab: AdminTab; children: ReactNode }) {
  const words = (await requestWords()).admin;
  return (
    <PlainPage title={words.title} width="wide">
      <nav
        aria-label={words.title}
        className="mt-4 flex gap-1 overflow-x-auto border-border border-b"
      >
        {Object.entries(addresses).map(([name, address]) => (
          <Link
            key={name}
            href={address}
            aria-current={name === tab ? "page" : undefined}
            className="touch-target -mb-px whitespace-nowrap border-transparent border-b-2 px-3 py-2 text-muted-foreground text-sm hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-foreground"
          >
            {words.tabs[name as AdminTab]}
          </Link>
        ))}
      </nav>
      <div className="mt-6">{children}</div>
    </PlainPage>
  );
}
