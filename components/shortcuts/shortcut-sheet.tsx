"use client";

import { Dialog } from "@/components/ui/dialog";
import { useWords } from "../language/words";
import { WordsFor } from "../language/words-for";
import { ShortcutSettings } from "./shortcut-settings";

function Sheet({ onClosed }: { onClosed: () => void }) {
  const { shortcuts: words } = useWords("habits");
  return (
    <Dialog title={words.title} onClosed={onClosed}>
      {() => (
        <div className="-mx-5 -mb-5 border-border border-t">
          <ShortcutSettings />
        </div>
      )}
    </Dialog>
  );
}

/** All shortcuts, over the page. */
export function ShortcutSheet({ onClosed }: { onClosed: () => void }) {
  return (
    <WordsFor room="habits">
      <Sheet onClosed={onClosed} />
    </WordsFor>
  );
}
