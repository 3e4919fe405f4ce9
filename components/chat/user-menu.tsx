"use client";

import {
  Archive,
  ChartColumn,
  ChevronsUpDown,
  CircleUserRound,
  Hand,
  Keyboard,
  Link2,
  LogOut,
  Plug,
  ScrollText,
  Settings,
  ShieldCheck,
  Wrench,
} from "lucide-react";
import dynamic from "next/dynamic";
import { useTransition } from "react";
import { useWords } from "@/components/language/words";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { clearDrafts } from "@/lib/client/drafts";
import { jsonRequest, request } from "@/lib/client/request";
import type { Role } from "@/lib/shared/admin";

const ThemeRow = dynamic(() => import("../theme/theme-row").then((module) => module.ThemeRow), {
  loading: () => <div className="h-9" />,
});

export type UserMenuProps = { user: { name: string; kind: "guest" | "member"; role: Role } };

export function UserMenu({ user }: UserMenuProps) {
  const [leaving, startLeaving] = useTransition();
  const leave = () =>
    startLeaving(async () => {
      clearDrafts();
      await request("/api/auth/sign-out", jsonRequest("POST", {}));
      // A new document: nothing of what this user saw stays in memory.
      window.location.assign("/signin");
    });
  const { archivedChats } = useWords("shelf");
  const words = useWords("chat").menus;
  const entries: MenuEntry[] = [
    { label: archivedChats, icon: Archive, href: "/archived" },
    { label: words.connections, icon: Plug, href: "/connections" },
    { label: words.shares, icon: Link2, href: "/shares" },
    { label: words.actions, icon: ScrollText, href: "/audit" },
    { label: words.usage, icon: ChartColumn, href: "/usage" },
    { label: words.permissions, icon: Hand, href: "/permissions" },
    { label: words.tools, icon: Wrench, href: "/tools" },
    ...(user.role === "admin"
      ? [{ label: words.administration, icon: ShieldCheck, href: "/admin" }]
      : []),
    { label: words.settings, icon: Settings, href: "/settings" },
    { label: words.shortcuts, icon: Keyboard, href: "/settings#shortcuts" },
    { label: words.signOut, icon: LogOut, onSelect: leave },
  ];
  return (
    <Menu
      align="start"
      side="top"
      entries={entries}
      first={<ThemeRow />}
      className="flex w-full items-center gap-2 rounded-lg px-2 py-1.5 text-left text-sm hover:bg-hover data-popup-open:bg-hover pointer-coarse:min-h-11"
    >
      <CircleUserRound aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0 grow truncate">
        {leaving ? words.signingOut : user.kind === "guest" ? words.guest : user.name}
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
    </Menu>
  );
}
