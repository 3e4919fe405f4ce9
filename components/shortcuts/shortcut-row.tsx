"use client";

import { useRef, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { chooseKeys } from "@/lib/client/shortcuts/change-keys";
import { chosenKeys, onShortcutsChange } from "@/lib/client/shortcuts/chosen";
import { formatKeys } from "@/lib/client/shortcuts/format-keys";
import { defaultKeys, holdsIn, type ShortcutId } from "@/lib/client/shortcuts/registry";
import { useWords } from "../language/words";
import { KeyRecorder } from "./key-recorder";

/** One shortcut: what it does, its keys, and how to have others. */
export function ShortcutRow({
  id,
  changing,
  onChanging,
}: {
  id: ShortcutId;
  /** Its next keys are about to be pressed. */
  changing: boolean;
  onChanging: (changing: boolean) => void;
}) {
  const { shortcuts: words } = useWords("habits");
  const does = words.does[id];
  const place = holdsIn[id];
  const shown = useSyncExternalStore(
    onShortcutsChange,
    () => {
      const keys = chosenKeys(id);
      return keys === null ? null : formatKeys(keys).shown;
    },
    () => null,
  );
  const keys = useSyncExternalStore(
    onShortcutsChange,
    () => chosenKeys(id),
    () => defaultKeys[id],
  );
  const change = useRef<HTMLButtonElement>(null);
  const leave = (focus: "here" | "away") => {
    flushSync(() => onChanging(false));
    if (focus === "here") change.current?.focus();
  };
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 border-border border-t px-4 py-1.5">
      <div className="min-w-40 grow basis-0">
        <p className="text-sm">{does}</p>
        {place ? <p className="text-muted-foreground text-xs">{words[place]}</p> : null}
      </div>
      {changing ? (
        <KeyRecorder id={id} onDone={leave} />
      ) : (
        <div className="ml-auto flex items-center gap-2">
          {keys === null ? (
            <span className="text-muted-foreground text-xs">{words.off}</span>
          ) : (
            <kbd className="rounded-md border border-border bg-sunken px-1.5 py-0.5 font-mono text-xs">
              {shown}
            </kbd>
          )}
          <Button
            ref={change}
            variant="quiet"
            size="small"
            aria-label={words.changeOf(does)}
            onClick={() => onChanging(true)}
          >
            {words.change}
          </Button>
          {keys === defaultKeys[id] ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={words.offOf(does)}
              onClick={() => chooseKeys(id, null)}
            >
              {words.off}
            </Button>
          ) : (
            <Button
              variant="quiet"
              size="small"
              aria-label={words.resetOf(does)}
              onClick={() => chooseKeys(id, defaultKeys[id])}
            >
              {words.reset}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
