"use client";

import { Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { memo, useState } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { classes } from "@/components/ui/classes";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { ChatSummary } from "@/lib/shared/api";

// With a fallback of its own, a dialog that is still being fetched does not hide the page around it.
const loading = () => null;
const RenameDialog = dynamic(
  () => import("./rename-dialog").then((module) => module.RenameDialog),
  { loading },
);
const DeleteDialog = dynamic(
  () => import("./delete-dialog").then((module) => module.DeleteDialog),
  { loading },
);

function Activity({ activity }: { activity: ChatSummary["activity"] }) {
  switch (activity) {
    case "idle":
      return null;
    case "running":
      return (
        <span className="flex items-center gap-1.5 text-2xs text-muted-foreground">
          <span aria-hidden className="pulse-soft size-1.5 rounded-full bg-accent" />
          Working
        </span>
      );
    case "waiting":
      return (
        <span className="flex items-center gap-1.5 text-2xs font-medium text-warning">
          <span aria-hidden className="size-1.5 rounded-full bg-warning" />
          Waiting for you
        </span>
      );
  }
}

export const ChatListRow = memo(function ChatListRow({ chat }: { chat: ChatSummary }) {
  const [dialog, setDialog] = useState<"none" | "rename" | "delete">("none");
  const path = `/chat/${chat.id}`;
  const current = usePathname() === path;
  const close = () => setDialog("none");
  const entries: MenuEntry[] = [
    { label: "Rename", icon: Pencil, onSelect: () => setDialog("rename") },
    { label: "Delete…", icon: Trash2, tone: "danger", onSelect: () => setDialog("delete") },
  ];

  return (
    <li
      data-slot="chat-list-row"
      className={classes(
        "group relative flex items-center rounded-lg hover:bg-hover has-focus-visible:bg-hover",
        current && "bg-hover",
      )}
    >
      <Link
        href={path}
        prefetch={false}
        aria-current={current ? "page" : undefined}
        className="min-w-0 grow rounded-lg px-2 py-1.5 pointer-coarse:py-2.5"
      >
        <span className="flex items-center gap-1.5">
          <span className={classes("truncate text-sm", current && "font-medium")}>
            <PlainText text={chat.title} />
          </span>
          {chat.shared ? (
            <span role="img" aria-label="Shared by link" title="Shared by link">
              <Link2 aria-hidden className="size-3 text-muted-foreground" />
            </span>
          ) : null}
        </span>
        <Activity activity={chat.activity} />
      </Link>
      <Menu
        label={`Options for “${chat.title}”`}
        align="start"
        entries={entries}
        className="touch-target mr-1 rounded-md p-1 text-muted-foreground opacity-0 hover:text-foreground focus-visible:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
      >
        <Ellipsis aria-hidden className="size-4" />
      </Menu>
      {dialog === "rename" ? <RenameDialog chat={chat} onClosed={close} /> : null}
      {dialog === "delete" ? <DeleteDialog chat={chat} current={current} onClosed={close} /> : null}
    </li>
  );
});
