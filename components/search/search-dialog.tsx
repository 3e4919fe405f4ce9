"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { type RefObject, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { overlayClasses } from "@/components/ui/overlay";
import { useOpener } from "@/components/ui/use-opener";
import { SearchPanel } from "./search-panel";

const popupClasses =
  "fixed top-[10dvh] left-1/2 flex max-h-[70dvh] w-[40rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col overflow-hidden rounded-2xl border border-border bg-surface text-foreground shadow-overlay transition-[opacity,scale] duration-150 ease-settle data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0 max-sm:inset-0 max-sm:max-h-none max-sm:w-auto max-sm:max-w-none max-sm:translate-x-0 max-sm:rounded-none max-sm:border-0";

type SearchDialogProps = {
  /** What had the focus before. */
  opener: Element;
  /** What has been typed already. */
  typed: RefObject<string>;
  onClosed: () => void;
};

function SearchPopup({ opener: openedFrom, typed, onClosed }: SearchDialogProps) {
  const words = useWords("search");
  const [open, setOpen] = useState(true);
  const [destination, setDestination] = useState<string | null>(null);
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const opener = useOpener(openedFrom);
  const leave = (path: string) => {
    setDestination(path);
    setOpen(false);
  };
  // An open dialog would take back the focus that the page it leads to has put somewhere.
  const finish = () => {
    onClosed();
    if (destination !== null) router.push(destination);
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) finish();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop data-slot="dialog-backdrop" className={overlayClasses} />
        <Dialog.Popup
          data-slot="search"
          initialFocus={input}
          finalFocus={destination === null ? opener : false}
          className={popupClasses}
        >
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          <SearchPanel input={input} early={typed} onLeave={leave} onClose={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The search over all chats, open from the moment it is rendered. `onClosed` comes when it is out of sight. */
export function SearchDialog(props: SearchDialogProps) {
  return (
    <WordsFor room="search">
      <SearchPopup {...props} />
    </WordsFor>
  );
}
