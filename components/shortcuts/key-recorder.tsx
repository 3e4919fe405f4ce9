"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { chooseKeys, type Refusal, refusalOf } from "@/lib/client/shortcuts/change-keys";
import { formatKeys } from "@/lib/client/shortcuts/format-keys";
import { keysOf } from "@/lib/client/shortcuts/keys";
import type { ShortcutId } from "@/lib/client/shortcuts/registry";
import type { Words } from "@/lib/language/words";
import { useWords } from "../language/words";

function wordsFor(words: Words["habits"]["shortcuts"], keys: string, refusal: Refusal): string {
  switch (refusal.reason) {
    case "browser":
      return words.byBrowser(keys);
    case "page":
      return words.byPage(keys);
    case "used":
      return words.byOther(keys, words.does[refusal.by]);
  }
}

/** Takes the next keys that are pressed, if the shortcut can have them. Escape alone and leaving it change nothing. */
export function KeyRecorder({
  id,
  onDone,
}: {
  id: ShortcutId;
  /** `away`: the focus has gone elsewhere already. */
  onDone: (focus: "here" | "away") => void;
}) {
  const { shortcuts: words } = useWords("habits");
  const [refused, setRefused] = useState<{ keys: string; refusal: Refusal } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    // Who uses the keyboard alone has to be able to leave.
    if (event.key === "Tab") return;
    const keys = keysOf(event);
    event.preventDefault();
    event.stopPropagation();
    if (keys === null) return;
    if (keys === "Escape") return onDone("here");
    const refusal = refusalOf(id, keys);
    if (refusal) return setRefused({ keys: formatKeys(keys).shown, refusal });
    chooseKeys(id, keys);
    onDone("here");
  });
  useEffect(() => {
    const element = button.current;
    if (!element) return;
    element.focus();
    // Not React's, which hears of it after a dialog around it has closed on Escape.
    element.addEventListener("keydown", press);
    return () => element.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-label={words.pressFor(words.does[id])}
        onBlur={() => onDone("away")}
        onClick={() => onDone("here")}
      >
        {words.press}
      </Button>
      <p role="alert" className={refused ? "basis-full text-danger text-xs" : "sr-only"}>
        {refused ? wordsFor(words, refused.keys, refused.refusal) : null}
      </p>
    </>
  );
}
