"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button";
import { overlayClasses } from "@/components/ui/overlay";

const handle = Dialog.createHandle();

/** Opens the sidebar where the page is too narrow to show it all the time. */
export function SidebarButton() {
  return (
    <Dialog.Trigger
      handle={handle}
      aria-label="Open the list of chats"
      className={`${buttonClasses({ variant: "quiet", size: "icon" })} md:hidden`}
    >
      <Menu aria-hidden className="size-4.5" />
    </Dialog.Trigger>
  );
}

function closeOnLink(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest("a")) handle.close();
}

/** The sidebar of a narrow page: slides in, keeps the focus, goes away when a link in it is followed. */
export function SidebarSheet({ children }: { children: ReactNode }) {
  return (
    <Dialog.Root handle={handle}>
      <Dialog.Portal>
        <Dialog.Backdrop data-slot="sheet-backdrop" className={overlayClasses} />
        <Dialog.Popup
          data-slot="sheet"
          onClick={closeOnLink}
          className="fixed inset-y-0 left-0 w-72 max-w-[85vw] border-border border-r bg-sunken shadow-overlay transition-[translate] duration-200 ease-settle data-ending-style:-translate-x-full data-starting-style:-translate-x-full md:hidden"
        >
          <Dialog.Title className="sr-only">Chats</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
