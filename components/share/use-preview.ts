"use client";

import { useEffect, useState } from "react";
import { errorView } from "@/lib/client/request";
import { previewShare } from "@/lib/client/share-api";
import type { ErrorView } from "@/lib/shared/error";
import type { PreviewShare, SharePreview } from "@/lib/shared/sharing/api";

/** `stale`: of what was chosen before; what is chosen now is on its way. */
export type PreviewState =
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "shown"; preview: SharePreview; stale: boolean };

const whileLoading = (state: PreviewState): PreviewState =>
  state.status === "shown" ? { ...state, stale: true } : { status: "loading" };

/** What readers would get of a chat. @param round raised to look again at the same choices */
export function usePreview(chatId: string, chosen: PreviewShare, round: number): PreviewState {
  const [state, setState] = useState<PreviewState>({ status: "loading" });
  const asked = JSON.stringify({ chosen, round });
  useEffect(() => {
    const abort = new AbortController();
    setState(whileLoading);
    const { chosen: now } = JSON.parse(asked) as { chosen: PreviewShare };
    previewShare(chatId, now, abort.signal).then(
      (preview) => setState({ status: "shown", preview, stale: false }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ status: "failed", error: errorView(error) });
      },
    );
    return () => abort.abort();
  }, [chatId, asked]);
  return state;
}
