"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { resetShortcuts, switchShortcuts } from "@/lib/client/shortcuts/change-keys";
import {
  type ChosenShortcuts,
  chosenShortcuts,
  onShortcutsChange,
} from "@/lib/client/shortcuts/chosen";
import { type ShortcutId, shortcutIds } from "@/lib/client/shortcuts/registry";
import { useWords } from "../language/words";
import { ShortcutRow } from "./shortcut-row";

const onServer: ChosenShortcuts = { off: false, keys: {} };

/** Every shortcut, to look up and to change. */
export function ShortcutSettings() {
  const { off, keys } = useSyncExternalStore(onShortcutsChange, chosenShortcuts, () => onServer);
  const { shortcuts: words } = useWords("habits");
  const [changing, setChanging] = useState<ShortcutId | null>(null);
  return (
    <div data-slot="shortcuts">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-2 px-4 py-2">
        <Switch checked={!off} onCheckedChange={switchShortcuts}>
          {words.on}
        </Switch>
        {off || Object.keys(keys).length > 0 ? (
          <Button variant="quiet" size="small" onClick={resetShortcuts}>
            {words.asTheyCame}
          </Button>
        ) : null}
      </div>
      <ul className={off ? "opacity-60" : undefined}>
        {shortcutIds.map((id) => (
          <ShortcutRow
            key={id}
            id={id}
            changing={changing === id}
            onChanging={(on) => setChanging(on ? id : null)}
          />
        ))}
      </ul>
      <p className="border-border border-t px-4 py-3 text-muted-foreground text-xs">{words.kept}</p>
    </div>
  );
}
