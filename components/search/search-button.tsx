"use client";

import { Search } from "lucide-react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { useShortcutKeys } from "../shortcuts/use-shortcut";
import { useOpenSearch } from "./search-provider";

/** Opens the search; the keys that do the same are known once the page's script runs. */
export function SearchButton() {
  const { searchChats } = useWords("common");
  const open = useOpenSearch();
  const { shown, aria } = useShortcutKeys("search");
  return (
    <div className="relative grid">
      <Button variant="quiet" data-leaves aria-keyshortcuts={aria} onClick={open}>
        <Search aria-hidden className="size-4" />
        {searchChats}
      </Button>
      <kbd
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 font-sans text-2xs text-muted-foreground pointer-coarse:hidden"
      >
        {shown}
      </kbd>
    </div>
  );
}
