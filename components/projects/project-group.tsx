"use client";

import { Folder, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { useChatList } from "@/components/chat/chat-list-context";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { classes } from "@/components/ui/classes";

const NewProjectDialog = dynamic(
  () => import("./new-project-dialog").then((module) => module.NewProjectDialog),
  { loading: () => null },
);

/** The person's projects, above their chats. */
export function ProjectGroup() {
  const { projects } = useChatList();
  const words = useWords("shelf");
  const pathname = usePathname();
  const [creating, setCreating] = useState(false);
  return (
    <section className="mt-1">
      <div className="flex items-center justify-between pr-1">
        <h2 className="px-2 pb-1 text-2xs font-medium text-muted-foreground">{words.projects}</h2>
        <button
          type="button"
          aria-label={words.newProject}
          title={words.newProject}
          onClick={() => setCreating(true)}
          className="touch-target rounded-md p-1 text-muted-foreground hover:text-foreground"
        >
          <Plus aria-hidden className="size-4" />
        </button>
      </div>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {projects.map(({ id, name }) => {
          const path = `/projects/${id}`;
          const current = pathname === path;
          return (
            <li key={id}>
              <Link
                href={path}
                prefetch={false}
                aria-current={current ? "page" : undefined}
                className={classes(
                  "flex items-center gap-2 rounded-lg px-2 py-1.5 text-sm hover:bg-hover pointer-coarse:py-2.5",
                  current && "bg-hover font-medium",
                )}
              >
                <Folder aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                <span className="truncate">
                  <PlainText text={name} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {creating ? <NewProjectDialog onClosed={() => setCreating(false)} /> : null}
    </section>
  );
}
