"use client";

import { useEffect } from "react";

/** The title of the browser's tab: it tells from afar that a chat waits for its person. */
export function useDocumentTitle(title: string | undefined, waiting: boolean): void {
  useEffect(() => {
    if (waiting) document.title = `Waiting for you – ${title ?? "Branchline"}`;
    else document.title = title ? `${title} – Branchline` : "Branchline";
  }, [title, waiting]);
}
