"use client";

import { Braces, Download, FileText, Folder, Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { memo, useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Button, buttonClasses } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { OverlayComing } from "@/components/ui/overlay-coming";
import type { Words } from "@/lib/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { ChatMessage } from "@/lib/shared/message";
import type { ProjectSummary } from "@/lib/shared/project";
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
export const ChatHeader = memo(function ChatHeader({
  chatId,
  title,
  shareable,
  prompts,
  project,
}: {
  chatId: string;
  title: string | undefined;
  /** The project that the chat is in, or begins in. */
  project: ProjectSummary | undefined;
  /** There are messages. */
  shareable: boolean;
  /** The person's own messages: those of them that are on the page. */
  prompts: readonly ChatMessage[];
}) {
  const words = useWords("chat").thread;
  const { inProject } = useWords("shelf");
  const [sharing, setSharing] = useState(false);
  return (
    <header
      data-slot="chat-header"
      className={`flex h-14 shrink-0 items-center gap-2 border-b px-3 md:pl-6 ${shareable ? "border-border" : "border-transparent"}`}
    >
      <SidebarButton />
      {project ? (
        <Link
          href={`/projects/${project.id}`}
          prefetch={false}
          className="flex max-w-40 shrink-0 items-center gap-1.5 rounded-md text-sm text-muted-foreground hover:text-foreground max-md:max-w-24"
        >
          <Folder aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">{inProject} </span>
          <span className="truncate">
            <PlainText text={project.name} />
          </span>
        </Link>
      ) : null}
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
      <PromptMenu prompts={prompts} />
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
});
