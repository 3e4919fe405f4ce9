"use client";

import { Dialog } from "@base-ui/react/dialog";
import { type MouseEvent, type ReactNode, useState } from "react";
import { overlayClasses } from "./overlay";
import { useOpener } from "./use-opener";

/**
 * A panel that slides in from the left, open from the moment it is rendered. Keeps the focus, and goes when a link in it is
 * followed or something marked `data-leaves` is pressed. `onClosed` comes when it is out of sight: the time to stop rendering it.
 */
export function Sheet({
  title,
  onClosed,
  children,
}: {
  title: string;
  onClosed: () => void;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(true);
  const opener = useOpener();
  const closeOnLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a, [data-leaves]")) setOpen(false);
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) onClosed();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop data-slot="sheet-backdrop" className={overlayClasses} />
        <Dialog.Popup
          data-slot="sheet"
          finalFocus={opener}
          onClick={closeOnLink}
          className="fixed inset-y-0 left-0 w-72 max-w-[85vw] border-border border-r bg-sunken shadow-overlay transition-[translate] duration-200 ease-settle data-ending-style:-translate-x-full data-starting-style:-translate-x-full"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
