"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";
import { useWords } from "@/components/language/words";
import { classes } from "./classes";
import { overlayClasses, popupClasses, popupWidths } from "./overlay";
import { useOpener } from "./use-opener";

/**
 * A dialog over the page, open from the moment it is rendered. `onClosed` comes when it is out of sight and the focus is back
 * where it was: the time to stop rendering it. `children` get a function that closes it. Without `initialFocus` the first
 * control has the focus.
 */
export function Dialog({
  title,
  description,
  width = "normal",
  initialFocus,
  onClosed,
  children,
}: {
  title: string;
  description?: string;
  width?: keyof typeof popupWidths;
  initialFocus?: RefObject<HTMLElement | null>;
  onClosed: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(true);
  const opener = useOpener();
  const words = useWords("common");
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) onClosed();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop data-slot="dialog-backdrop" className={overlayClasses} />
        <BaseDialog.Popup
          data-slot="dialog"
          initialFocus={initialFocus ?? true}
          finalFocus={opener}
          className={classes(popupClasses, popupWidths[width])}
        >
          <div className="flex items-start justify-between gap-3">
            <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label={words.close}
              className="touch-target -mt-0.5 -mr-1 rounded-md p-1 text-muted-foreground hover:bg-hover hover:text-foreground"
            >
              <X aria-hidden className="size-4" />
            </BaseDialog.Close>
          </div>
          {description ? (
            <BaseDialog.Description className="mt-1 text-sm text-muted-foreground">
              {description}
            </BaseDialog.Description>
          ) : null}
          <div className="mt-4">{children(() => setOpen(false))}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
