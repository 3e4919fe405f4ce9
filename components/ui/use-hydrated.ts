"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False until the page's script runs: what is pressed before that would be lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
