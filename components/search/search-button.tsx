"use client";

import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useOpenSearch } from "./search-provider";
import { isApple } from "./search-shortcut";

const never = () => () => {};
const keyName = () => (isApple() ? "⌘K" : "Ctrl K");

/** Opens the search; the key that does the same is known once the page's script runs. */
export function SearchButton() {
  const open = useOpenSearch();
  const key = useSyncExternalStore(never, keyName, () => "");
  return (
    <div className="relative grid">
      <Button variant="quiet" data-leaves aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        <Search aria-hidden className="size-4" />
        Search chats
      </Button>
      <kbd
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 font-sans text-2xs text-muted-foreground pointer-coarse:hidden"
      >
        {key}
      </kbd>
    </div>
  );
}
