"use client";

import { useState } from "react";
import { showVersion } from "@/lib/client/chat-api";
import { errorView } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";
import type { SearchHit } from "@/lib/shared/search";

type Opening = { status: "idle" } | { status: "opening" } | { status: "failed"; error: ErrorView };

/** The address at which a chat opens; at a message, where that is what was found. */
function pathOf(hit: SearchHit): string {
  const path = `/chat/${hit.chatId}`;
  return hit.kind === "message" ? `${path}?message=${hit.messageId}` : path;
}

/** Goes to what was found. A message in another version of its chat has that version shown first. */
export function useOpenHit(onLeave: (path: string) => void): {
  opening: Opening;
  open: (hit: SearchHit) => Promise<void>;
} {
  const [opening, setOpening] = useState<Opening>({ status: "idle" });
  const open = async (hit: SearchHit) => {
    setOpening({ status: "opening" });
    try {
      if (hit.kind === "message") await showVersion(hit.chatId, hit.messageId);
    } catch (error) {
      return setOpening({ status: "failed", error: errorView(error) });
    }
    onLeave(pathOf(hit));
  };
  return { opening, open };
}
