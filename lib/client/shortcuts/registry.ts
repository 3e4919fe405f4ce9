import type { Keys } from "./keys";

/** Every shortcut that there is, and its keys for who has chosen none. */
export const defaultKeys = {
  message: "/",
  search: "Mod+K",
  "new-chat": "Mod+Shift+O",
  stop: "Escape",
  edit: "ArrowUp",
  approve: "1",
  deny: "2",
  "next-time": "3",
  list: "?",
} as const satisfies Record<string, Keys>;

export type ShortcutId = keyof typeof defaultKeys;

/** Where a shortcut holds; those that are not here hold wherever the chats are. */
export const holdsIn: Partial<Record<ShortcutId, "whileWriting" | "fromEmptyBox" | "inQuestion">> =
  {
    stop: "whileWriting",
    edit: "fromEmptyBox",
    approve: "inQuestion",
    deny: "inQuestion",
    "next-time": "inQuestion",
  };

/** All of them, in the order in which they are listed. */
export const shortcutIds = Object.keys(defaultKeys).filter(
  (id): id is ShortcutId => id in defaultKeys,
);
