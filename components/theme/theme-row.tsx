"use client";

import { Menu } from "@base-ui/react/menu";
import { Notice } from "@/components/ui/notice";
import { useWords } from "../language/words";
import { WordsFor } from "../language/words-for";
import { themeOptions } from "./theme-options";
import { useTheme } from "./use-theme";

function Row() {
  const { theme: words } = useWords("habits");
  const { shown, error, choose } = useTheme();
  return (
    <>
      <Menu.Group className="mb-1 flex items-center justify-between border-border border-b pb-1">
        <Menu.GroupLabel className="pl-2 text-muted-foreground text-xs">
          {words.title}
        </Menu.GroupLabel>
        <Menu.RadioGroup value={shown} className="flex">
          {themeOptions.map(({ theme, icon: Icon }) => (
            <Menu.RadioItem
              key={theme}
              value={theme}
              data-slot="menu-item"
              aria-label={words[theme]}
              title={words[theme]}
              onClick={() => void choose(theme)}
              className="grid size-8 cursor-pointer place-content-center rounded-lg text-muted-foreground outline-none data-checked:text-accent data-highlighted:bg-hover forced-colors:data-checked:outline-1 pointer-coarse:size-11"
            >
              <Icon aria-hidden className="size-4" />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Group>
      {error ? <Notice error={error} /> : null}
    </>
  );
}

/** The themes as one row of a menu, which stays open to show the choice. */
export function ThemeRow() {
  return (
    <WordsFor room="habits">
      <Row />
    </WordsFor>
  );
}
