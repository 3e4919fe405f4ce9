"use client";

import { Menu } from "lucide-react";
import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { OverlayComing } from "@/components/ui/overlay-coming";

const Sheet = dynamic(() => import("@/components/ui/sheet").then((module) => module.Sheet), {
  loading: OverlayComing,
});

const OpenContext = createContext<() => void>(() => undefined);

/** Opens the sidebar where the page is too narrow to show it all the time. */
export function SidebarButton() {
  const open = useContext(OpenContext);
  const { openList } = useWords("chat").list;
  return (
    <div className="md:hidden">
      <Button variant="quiet" size="icon" aria-label={openList} onClick={open}>
        <Menu aria-hidden className="size-4.5" />
      </Button>
    </div>
  );
}

/** Holds the sidebar ready for {@link SidebarButton} anywhere in `children`. */
export function SidebarSheet({ sidebar, children }: { sidebar: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { chats } = useWords("chat").list;
  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      {open ? (
        <Sheet title={chats} onClosed={() => setOpen(false)}>
          {sidebar}
        </Sheet>
      ) : null}
    </OpenContext>
  );
}
