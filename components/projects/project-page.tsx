"use client";

import { SquarePen } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { OpenChats } from "@/components/chat/open-chats";
import { SidebarButton } from "@/components/chat/sidebar-sheet";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { buttonClasses } from "@/components/ui/button";
import type { ChatFilter } from "@/lib/client/chat-api";
import type { ChatPage } from "@/lib/shared/api";
import type { Project } from "@/lib/shared/project";
import { ProjectSettings } from "./project-settings";

/** A project: its chats, what its person wants in them, and how to begin another. */
export function ProjectPage({ project, initial }: { project: Project; initial: ChatPage }) {
  const words = useWords("projects");
  const filter = useMemo((): ChatFilter => ({ project: project.id }), [project.id]);
  return (
    <main className="flex min-h-0 grow flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2 border-border border-b px-3 md:pl-6">
        <SidebarButton />
        <h1 className="min-w-0 truncate text-sm font-medium">
          <PlainText text={project.name} />
        </h1>
      </header>
      <div className="min-h-0 grow overflow-y-auto">
        <div className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-6 p-4">
          <div>
            <Link
              href={`/?project=${project.id}`}
              className={buttonClasses({ variant: "primary" })}
            >
              <SquarePen aria-hidden className="size-4" />
              {words.newChat}
            </Link>
          </div>
          <section aria-label={words.chats}>
            <OpenChats label={words.chats} filter={filter} initial={initial} empty={words.empty} />
          </section>
          <ProjectSettings key={project.id} project={project} />
        </div>
      </div>
    </main>
  );
}
