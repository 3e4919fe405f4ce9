"use client";

import { Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { Button } from "@/components/ui/button";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { ChatMessage } from "@/lib/shared/message";
import { PromptMenu } from "./prompt-menu";
import { SidebarButton } from "./sidebar-sheet";

const ShareDialog = dynamic(
  () => import("@/components/share/share-dialog").then((module) => module.ShareDialog),
  // With a fallback of its own, a dialog that is still being fetched does not hide the page around it.
  { loading: () => null },
);

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
        <Button variant="quiet" onClick={() => setSharing(true)}>
          <Share2 aria-hidden className="size-4" />
          Share
        </Button>
      ) : null}
      {sharing ? <ShareDialog chatId={chatId} onClosed={() => setSharing(false)} /> : null}
    </header>
  );
}
