"use client";

import { ChevronsUpDown, CircleUserRound, LogOut, Plug } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { MenuContent, MenuItem, MenuLink, MenuRoot, MenuTrigger } from "@/components/ui/menu";
import { clearDrafts } from "@/lib/client/drafts";

export type UserMenuProps = {
  user: { name: string; kind: "guest" | "member" };
  signOut: () => Promise<void>;
};

export function UserMenu({ user, signOut }: UserMenuProps) {
  const [leaving, startLeaving] = useTransition();
  const leave = () => {
    clearDrafts();
    startLeaving(signOut);
  };
  return (
    <MenuRoot>
      <MenuTrigger
        disabled={leaving}
        className="flex w-full items-center gap-2 rounded-lg px-2 py-1.5 text-left text-sm hover:bg-hover data-popup-open:bg-hover pointer-coarse:py-2.5"
      >
        <CircleUserRound aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <span className="min-w-0 grow truncate">{user.kind === "guest" ? "Guest" : user.name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      </MenuTrigger>
      <MenuContent align="start" side="top">
        <MenuLink render={<Link href="/connections" />} closeOnClick>
          <Plug aria-hidden className="size-3.5" />
          Connections
        </MenuLink>
        <MenuItem onClick={leave}>
          <LogOut aria-hidden className="size-3.5" />
          Sign out
        </MenuItem>
      </MenuContent>
    </MenuRoot>
  );
}
