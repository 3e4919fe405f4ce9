"use client";

import { useEffect, useEffectEvent } from "react";

/** Runs on Escape, unless something open on top of the page takes it. */
export function useEscape(active: boolean, onEscape: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const overlay = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]");
    if (!overlay) onEscape();
  });
  useEffect(() => {
    if (!active) return;
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, [active]);
}
