"use client";

import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { useWords } from "../language/words";
import { themeOptions } from "./theme-options";
import { useTheme } from "./use-theme";

/** The themes, to choose one. */
export function ThemeChoice() {
  const { theme: words } = useWords("habits");
  const { shown, error, choose } = useTheme();
  const name = useId();
  return (
    <fieldset className="grid gap-3 p-4">
      <legend className="mb-3 text-sm">{words.title}</legend>
      <div className="grid grid-cols-3 gap-2">
        {themeOptions.map(({ theme, icon: Icon }) => (
          <label
            key={theme}
            className="relative flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-lg border border-border px-3 text-sm hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={theme}
              checked={shown === theme}
              onChange={() => void choose(theme)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon aria-hidden className="size-4 shrink-0" />
            {words[theme]}
          </label>
        ))}
      </div>
      <p className="text-muted-foreground text-xs">{words.kept}</p>
      {error ? <Notice error={error} /> : null}
    </fieldset>
  );
}
