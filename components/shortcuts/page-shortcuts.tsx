"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { OverlayComing } from "@/components/ui/overlay-coming";
import { useShortcut } from "./use-shortcut";

const ShortcutSheet = dynamic(
  () => import("./shortcut-sheet").then((module) => module.ShortcutSheet),
  { loading: OverlayComing },
);

/** The shortcuts that hold wherever the chats are, and the list of all. */
export function PageShortcuts() {
  const [listed, setListed] = useState(false);
  const router = useRouter();
  useShortcut("new-chat", () => router.push("/"));
  useShortcut("list", () => setListed(true));
  return listed ? <ShortcutSheet onClosed={() => setListed(false)} /> : null;
}
