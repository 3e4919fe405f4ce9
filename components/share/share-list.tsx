"use client";

import { useWords } from "@/components/language/words";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ShareSummary } from "@/lib/shared/sharing/api";
import { ShareRow } from "./share-row";
import type { SharesState } from "./use-shares";

/** The links of a chat, the newest first. */
export function ShareList({
  shares,
  onRevoked,
  onUpdate,
}: {
  shares: SharesState;
  onRevoked: (shareId: string) => void;
  onUpdate: (share: ShareSummary) => void;
}) {
  const words = useWords("sharing");
  switch (shares.status) {
    case "loading":
      return <Skeleton className="h-9" />;
    case "failed":
      return <Notice error={shares.error} />;
    case "loaded":
      if (shares.shares.length === 0) return null;
      return (
        <section aria-label={words.linksOfChat}>
          <h3 className="pb-2 font-medium text-sm">{words.linksOfChat}</h3>
          <ul className="divide-y divide-border rounded-lg border border-border">
            {shares.shares.map((share) => (
              <ShareRow
                key={share.id}
                share={share}
                onRevoked={() => onRevoked(share.id)}
                onUpdate={() => onUpdate(share)}
              />
            ))}
          </ul>
        </section>
      );
  }
}
