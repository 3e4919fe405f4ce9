import type { ReactNode } from "react";
import { ChatListProvider } from "@/components/chat/chat-list-context";
import { ExpiredAccounts } from "@/components/chat/expired-accounts";
import { Sidebar } from "@/components/chat/sidebar";
import { SidebarSheet } from "@/components/chat/sidebar-sheet";
import { UndoBar } from "@/components/chat/undo-bar";
import { WordsFor } from "@/components/language/words-for";
import { Notifications } from "@/components/notifications/notifications";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { SearchProvider } from "@/components/search/search-provider";
import { PageShortcuts } from "@/components/shortcuts/page-shortcuts";
import { currentUser } from "@/lib/server/auth";
import { listChats } from "@/lib/server/chats/list-chats";
import { serviceModes } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { listProjects } from "@/lib/server/projects/projects";
import { expiredAccounts } from "@/lib/server/router/connections/expired-accounts";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  // The page itself sends a stranger to sign in: it knows the way back, and this does not.
  if (!user) return children;
  const { id, name, kind, role } = user;
  const [projects, pinned, page, expired] = await Promise.all([
    listProjects(id),
    listChats(id, { shelf: "pinned" }),
    listChats(id, { shelf: "list" }),
    expiredAccounts(id),
  ]);
  const { chat } = await requestWords();
  const sidebar = <Sidebar renderedAt={Date.now()} user={{ name, kind, role }} />;
  return (
    <WordsFor room="shelf">
      <WordsFor room="chat">
        <ServiceModesProvider value={serviceModes()}>
          <ChatListProvider initial={{ projects, pinned: pinned.chats, page }}>
            <SearchProvider>
              <PageShortcuts />
              <Notifications />
              <SidebarSheet sidebar={sidebar}>
                <a
                  href="#content"
                  className="sr-only z-10 rounded-lg bg-surface text-sm focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:px-3 focus:py-2"
                >
                  {chat.menus.skipToChat}
                </a>
                {/* Where the sidebar is not on the screen. In its sheet it has one of its own. */}
                <UndoBar className="fixed inset-x-3 top-16 z-10 md:hidden" />
                <div className="flex h-dvh">
                  <aside className="w-64 shrink-0 border-border border-r max-md:hidden">
                    {sidebar}
                  </aside>
                  <div
                    id="content"
                    tabIndex={-1}
                    className="flex min-w-0 grow flex-col outline-none"
                  >
                    <ExpiredAccounts accounts={expired} words={chat.welcome} />
                    {children}
                  </div>
                </div>
              </SidebarSheet>
            </SearchProvider>
          </ChatListProvider>
        </ServiceModesProvider>
      </WordsFor>
    </WordsFor>
  );
}
