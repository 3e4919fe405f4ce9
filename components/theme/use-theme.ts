"use client";

import { useState, useSyncExternalStore } from "react";
import { chooseTheme } from "@/lib/client/choose-theme";
import { errorView } from "@/lib/client/request";
import { onThemeChange, shownTheme } from "@/lib/client/theme";
import type { ErrorView } from "@/lib/shared/error";
import type { Theme } from "@/lib/shared/theme";

/** The theme that is shown, null on the server, and how to choose another. */
export function useTheme() {
  const shown = useSyncExternalStore(onThemeChange, shownTheme, () => null);
  const [error, setError] = useState<ErrorView | null>(null);
  const choose = async (theme: Theme) => {
    setError(null);
    try {
      await chooseTheme(theme);
    } catch (failure) {
      setError(errorView(failure));
    }
  };
  return { shown, error, choose };
}
