"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isSearchShortcut } from "./search-shortcut";

const SearchDialog = dynamic(
  () => import("./search-dialog").then((module) => module.SearchDialog),
  // With a fallback of its own, a dialog that is still being fetched does not hide the page around it.
  { loading: () => null },
);

const OpenContext = createContext<() => void>(() => undefined);

/** Opens the search, which {@link SearchProvider} above holds ready. */
export const useOpenSearch = () => useContext(OpenContext);

/** Holds the search ready for ⌘K or Ctrl+K, and for buttons anywhere in `children`. */
export function SearchProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (!isSearchShortcut(event)) return;
      // Firefox would go to its own search box.
      event.preventDefault();
      if (!document.querySelector("[role=dialog], [role=alertdialog]")) setOpen(true);
    };
    document.addEventListener("keydown", handle);
    return () => document.removeEventListener("keydown", handle);
  }, []);

  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      {open ? <SearchDialog onClosed={() => setOpen(false)} /> : null}
    </OpenContext>
  );
}
