"use client";

import { Braces, Download, FileText, Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Button, buttonClasses } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { OverlayComing } from "@/components/ui/overlay-coming";
import type { Words } from "@/lib/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { ChatMessage } from "@/lib/shared/message";
import { PromptMenu } from "./prompt-menu";
import { SidebarButton } from "./sidebar-sheet";

const ShareDialog = dynamic(
  () => import("@/components/share/share-dialog").then((module) => module.ShareDialog),
  // With a fallback of its own, a dialog that is still being fetched does not hide the page around it.
  { loading: OverlayComing },
);

function downloads(chatId: string, words: Words["chat"]["thread"]): MenuEntry[] {
  const path = `/api/chats/${chatId}/export?format=`;
  return [
    { label: words.markdown, icon: FileText, href: `${path}markdown`, download: true },
    { label: words.json, icon: Braces, href: `${path}json`, download: true },
  ];
}

/** The chat's title and what can be done with the whole of it. A chat without messages has nothing to share. */
export function ChatHeader({
  chatId,
  title,
  messages,
}: {
  chatId: string;
  title: string | undefined;
  messages: ChatMessage[];
}) {
  const words = useWords("chat").thread;
  const shareable = messages.length > 0;
  const [sharing, setSharing] = useState(false);
  return (
    <header
      data-slot="chat-header"
      className={`flex h-14 shrink-0 items-center gap-2 border-b px-3 md:pl-6 ${shareable ? "border-border" : "border-transparent"}`}
    >
      <SidebarButton />
      {title ? (
        <h1
          className="min-w-0 grow truncate text-sm font-medium"
          title={revealHiddenCharacters(title)}
        >
          <PlainText text={title} />
        </h1>
      ) : (
        <span className="grow" />
      )}
      <PromptMenu messages={messages} />
      {shareable ? (
        <>
          <Button variant="quiet" onClick={() => setSharing(true)}>
            <Share2 aria-hidden className="size-4" />
            {words.share}
          </Button>
          <Menu
            label={words.download}
            entries={downloads(chatId, words)}
            className={buttonClasses({ variant: "quiet", size: "icon" })}
          >
            <Download aria-hidden className="size-4" />
          </Menu>
        </>
      ) : null}
      {sharing ? <ShareDialog chatId={chatId} onClosed={() => setSharing(false)} /> : null}
    </header>
  );
}
