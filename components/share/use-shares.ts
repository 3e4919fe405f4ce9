"use client";

import { useEffect, useState } from "react";
import { errorView } from "@/lib/client/request";
import { listShares } from "@/lib/client/share-api";
import type { ErrorView } from "@/lib/shared/error";
import type { ShareSummary } from "@/lib/shared/sharing/api";

export type SharesState =
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "loaded"; shares: ShareSummary[] };

/** The user's links, of one chat or of all. `put` and `remove` follow what the server has done already. */
export function useShares(chatId?: string) {
  const [shares, setShares] = useState<SharesState>({ status: "loading" });
  useEffect(() => {
    let mounted = true;
    const show = (state: SharesState) => {
      if (mounted) setShares(state);
    };
    listShares(chatId).then(
      (loaded) => show({ status: "loaded", shares: loaded }),
      (error: unknown) => show({ status: "failed", error: errorView(error) }),
    );
    return () => {
      mounted = false;
    };
  }, [chatId]);

  const change = (update: (shares: ShareSummary[]) => ShareSummary[]) =>
    setShares((state) => ({
      status: "loaded",
      shares: update(state.status === "loaded" ? state.shares : []),
    }));
  return {
    shares,
    put: (share: ShareSummary) =>
      change((list) => [share, ...list.filter(({ id }) => id !== share.id)]),
    remove: (shareId: string) => change((list) => list.filter((share) => share.id !== shareId)),
    clear: () => change(() => []),
  };
}
