"use client";

import { useEffect } from "react";
import { useWords } from "@/components/language/words";

/** The title of the browser's tab: it tells from afar that a chat waits for its person. */
export function useDocumentTitle(title: string | undefined, waiting: boolean): void {
  const { waitingForYou } = useWords("chat").list;
  useEffect(() => {
    if (waiting) document.title = `${waitingForYou} – ${title ?? "Branchline"}`;
    else document.title = title ? `${title} – Branchline` : "Branchline";
  }, [title, waiting, waitingForYou]);
}
