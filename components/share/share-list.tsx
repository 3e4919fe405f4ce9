"use client";

import { useState } from "react";
import { CopyButton } from "@/components/results/parts/copy-button";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { revokeShare } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ShareSummary } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import type { SharesState } from "./use-shares";

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

function ShareRow({ share, onRevoked }: { share: ShareSummary; onRevoked: () => void }) {
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const address = new URL(share.path, location.origin).href;
  const revoke = async () => {
    setProgress({ status: "working" });
    try {
      await revokeShare(share.id);
      onRevoked();
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <li data-slot="share-row" className="grid gap-1.5 border-border border-t py-2.5">
      <input
        readOnly
        aria-label="Public link"
        value={address}
        onFocus={(event) => event.target.select()}
        className="h-8 w-full min-w-0 truncate rounded-lg border border-border bg-sunken px-2.5 font-mono text-xs"
      />
      <div className="flex items-center gap-1">
        <span className="grow text-xs text-muted-foreground">
          Copy from <RelativeTime time={share.createdAt} />
        </span>
        <CopyButton label="Copy link" text={() => address} />
        <Button
          variant="quiet"
          size="small"
          disabled={progress.status === "working"}
          onClick={revoke}
        >
          Revoke
        </Button>
      </div>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </li>
  );
}

/** The public links of a chat. A revoked one stops working at once. */
export function ShareList({
  shares,
  onRevoked,
}: {
  shares: SharesState;
  onRevoked: (shareId: string) => void;
}) {
  switch (shares.status) {
    case "loading":
      return <Skeleton className="h-9" />;
    case "failed":
      return <Notice error={shares.error} />;
    case "loaded":
      if (shares.shares.length === 0) return null;
      return (
        <section>
          <h3 className="pb-2 font-medium">Public links</h3>
          <ul>
            {shares.shares.map((share) => (
              <ShareRow key={share.id} share={share} onRevoked={() => onRevoked(share.id)} />
            ))}
          </ul>
        </section>
      );
  }
}
