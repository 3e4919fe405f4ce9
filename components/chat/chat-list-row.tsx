"use client";

import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  FolderInput,
  Link2,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { memo, useState } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { classes } from "@/components/ui/classes";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { OverlayComing } from "@/components/ui/overlay-coming";
import type { Words } from "@/lib/language/words";
import type { ChatShelf, ChatSummary } from "@/lib/shared/api";
import { useChatListActions } from "./chat-list-context";

// With a fallback of its own, a dialog that is still being fetched does not hide the page around it.
const loading = OverlayComing;
const RenameDialog = dynamic(
  () => import("./rename-dialog").then((module) => module.RenameDialog),
  { loading },
);
const MoveDialog = dynamic(
  () => import("@/components/projects/move-dialog").then((module) => module.MoveDialog),
  { loading },
);

function Activity({ activity }: { activity: ChatSummary["activity"] }) {
  const words = useWords("chat").list;
  switch (activity) {
    case "idle":
      return null;
    case "running":
      return (
        <span className="flex items-center gap-1.5 text-2xs text-muted-foreground">
          <span aria-hidden className="pulse-soft size-1.5 rounded-full bg-accent" />
          {words.working}
        </span>
      );
    case "waiting":
      return (
        <span className="flex items-center gap-1.5 text-2xs font-medium text-warning">
          <span aria-hidden className="size-1.5 rounded-full bg-warning" />
          {words.waitingForYou}
        </span>
      );
  }
}

/** Where else a chat may be kept. */
function shelfEntries(
  shelf: ChatShelf,
  words: Words["shelf"],
  keep: (shelf: ChatShelf) => () => void,
): MenuEntry[] {
  const pin: MenuEntry = { label: words.pin, icon: Pin, onSelect: keep("pinned") };
  const archive: MenuEntry = { label: words.archive, icon: Archive, onSelect: keep("archived") };
  switch (shelf) {
    case "list":
      return [pin, archive];
    case "pinned":
      return [{ label: words.unpin, icon: PinOff, onSelect: keep("list") }, archive];
    case "archived":
      return [{ label: words.bringBack, icon: ArchiveRestore, onSelect: keep("list") }];
  }
}

export const ChatListRow = memo(function ChatListRow({ chat }: { chat: ChatSummary }) {
  const words = useWords("shelf");
  const { list } = useWords("chat");
  const [dialog, setDialog] = useState<"none" | "rename" | "move">("none");
  const { move, remove } = useChatListActions();
  const router = useRouter();
  const path = `/chat/${chat.id}`;
  const current = usePathname() === path;
  const keep = (shelf: ChatShelf) => () => void move(chat, shelf);
  const close = () => setDialog("none");
  const leave = () => {
    if (current) router.push("/");
    void remove(chat, current);
  };
  const entries: MenuEntry[] = [
    ...shelfEntries(chat.shelf, words, keep),
    { label: list.rename, icon: Pencil, onSelect: () => setDialog("rename") },
    { label: words.move, icon: FolderInput, onSelect: () => setDialog("move") },
    { label: list.delete, icon: Trash2, tone: "danger", onSelect: leave },
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
            <span role="img" aria-label={list.sharedByLink} title={list.sharedByLink}>
              <Link2 aria-hidden className="size-3 text-muted-foreground" />
            </span>
          ) : null}
        </span>
        <Activity activity={chat.activity} />
      </Link>
      <Menu
        label={list.optionsFor(chat.title)}
        align="start"
        entries={entries}
        className="touch-target mr-1 rounded-md p-1 text-muted-foreground opacity-0 hover:text-foreground focus-visible:opacity-100 group-hover:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
      >
        <Ellipsis aria-hidden className="size-4" />
      </Menu>
      {dialog === "rename" ? <RenameDialog chat={chat} onClosed={close} /> : null}
      {dialog === "move" ? <MoveDialog chat={chat} onClosed={close} /> : null}
    </li>
  );
});
