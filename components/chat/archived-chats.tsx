"use client";

import { useWords } from "@/components/language/words";
import type { ChatFilter } from "@/lib/client/chat-api";
import type { ChatPage } from "@/lib/shared/api";
import { OpenChats } from "./open-chats";
import { SidebarButton } from "./sidebar-sheet";

const archived: ChatFilter = { shelf: "archived" };

/** The chats that were put out of sight, each with the way back. */
export function ArchivedChats({ initial }: { initial: ChatPage }) {
  const words = useWords("shelf");
  return (
    <main className="flex min-h-0 grow flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 border-border border-b px-3 md:pl-6">
        <SidebarButton />
        <h1 className="text-sm font-medium">{words.archivedChats}</h1>
      </header>
      <div className="min-h-0 grow overflow-y-auto">
        <div className="mx-auto w-full max-w-3xl p-4">
          <OpenChats
            label={words.archivedChats}
            filter={archived}
            initial={initial}
            empty={words.nothingArchived}
          />
        </div>
      </div>
    </main>
  );
}
