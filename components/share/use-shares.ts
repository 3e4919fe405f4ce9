"use client";

import { useEffect, useState } from "react";
import { listShares } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ShareSummary } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";

export type SharesState =
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "loaded"; shares: ShareSummary[] };

/** The links of a chat. `add` and `remove` follow what the server has done already. */
export function useShares(chatId: string) {
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
    add: (share: ShareSummary) => change((list) => [share, ...list]),
    remove: (shareId: string) => change((list) => list.filter((share) => share.id !== shareId)),
  };
}
