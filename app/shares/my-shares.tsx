"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { ShareRow } from "@/components/share/share-row";
import { type SharesState, useShares } from "@/components/share/use-shares";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { errorView } from "@/lib/client/request";
import { revokeAllShares } from "@/lib/client/share-api";

function ShareRows({
  shares,
  onRevoked,
}: {
  shares: SharesState;
  onRevoked: (shareId: string) => void;
}) {
  const words = useWords("sharing").mine;
  switch (shares.status) {
    case "loading":
      return (
        <div role="status" className="p-4">
          <span className="sr-only">{words.loading}</span>
          <Skeleton className="h-5 w-40" />
        </div>
      );
    case "failed":
      return (
        <div className="p-3">
          <Notice error={shares.error} />
        </div>
      );
    case "loaded":
      if (shares.shares.length === 0)
        return <p className="p-4 text-muted-foreground">{words.none}</p>;
      return (
        <ul className="divide-y divide-border">
          {shares.shares.map((share) => (
            <ShareRow
              key={share.id}
              share={share}
              heading={
                <h2 className="font-medium">
                  <Link href={`/chat/${share.chatId}`} className="hover:underline">
                    <PlainText text={share.title} />
                  </Link>
                </h2>
              }
              onRevoked={() => onRevoked(share.id)}
            />
          ))}
        </ul>
      );
  }
}

/** Every link of the person, and the way to end one or all of them. */
export function MyShares() {
  const { shares, remove, clear } = useShares();
  const words = useWords("sharing").mine;
  const [asking, setAsking] = useState(false);
  const revokeAll = async () => {
    try {
      await revokeAllShares();
      return null;
    } catch (error) {
      return errorView(error);
    }
  };
  const leave = (confirmed: boolean) => {
    setAsking(false);
    if (confirmed) clear();
  };
  return (
    <>
      <section
        aria-label={words.links}
        className="my-6 overflow-hidden rounded-xl border border-border bg-surface"
      >
        <ShareRows shares={shares} onRevoked={remove} />
      </section>
      {shares.status === "loaded" && shares.shares.length > 1 ? (
        <Button onClick={() => setAsking(true)}>{words.stopAll}</Button>
      ) : null}
      {asking ? (
        <Confirmation
          title={words.askStopAll}
          action={words.stopAll}
          onConfirm={revokeAll}
          onClosed={leave}
        >
          {words.stopAllMeans}
        </Confirmation>
      ) : null}
    </>
  );
}
