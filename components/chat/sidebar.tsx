"use client";

import { SquarePen } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/language/words";
import { SearchButton } from "@/components/search/search-button";
import { Brand } from "@/components/ui/brand-mark";
import { buttonClasses } from "@/components/ui/button";
import { ChatList } from "./chat-list";
import { UndoBar } from "./undo-bar";
import { UserMenu, type UserMenuProps } from "./user-menu";

/** Brand, new chat, the chats, and who is signed in. */
export function Sidebar({ renderedAt, ...user }: { renderedAt: number } & UserMenuProps) {
  const { newChat } = useWords("chat").list;
  return (
    <div data-slot="sidebar" className="flex h-full flex-col bg-sunken">
      <div className="flex h-14 shrink-0 items-center px-4">
        <Link href="/" className="touch-target rounded-md">
          <Brand />
        </Link>
      </div>
      <div className="grid shrink-0 gap-1.5 px-3 pb-3">
        <Link href="/" className={`${buttonClasses()} w-full`}>
          <SquarePen aria-hidden className="size-4" />
          {newChat}
        </Link>
        <SearchButton />
      </div>
      <ChatList renderedAt={renderedAt} />
      <UndoBar className="shrink-0 p-2" />
      <div className="shrink-0 border-border border-t p-2">
        <UserMenu {...user} />
      </div>
    </div>
  );
}
