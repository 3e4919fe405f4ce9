"use client";

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import { useShortcut } from "../shortcuts/use-shortcut";
import { EarlySearchInput } from "./early-search-input";

const SearchDialog = lazy(() =>
  import("./search-dialog").then((module) => ({ default: module.SearchDialog })),
);

const OpenContext = createContext<() => void>(() => undefined);

/** Opens the search, which {@link SearchProvider} above holds ready. */
export const useOpenSearch = () => useContext(OpenContext);

/** Holds the search ready for its shortcut, and for buttons anywhere in `children`. */
export function SearchProvider({ children }: { children: ReactNode }) {
  const [opener, setOpener] = useState<Element | null>(null);
  const typed = useRef("");
  const open = useMemo(
    () => () => {
      typed.current = "";
      setOpener(document.activeElement ?? document.body);
    },
    [],
  );
  const close = () => setOpener(null);
  const cancel = () => {
    close();
    if (opener instanceof HTMLElement) opener.focus();
  };
  useShortcut("search", open);

  return (
    <OpenContext value={open}>
      {children}
      {opener ? (
        <Suspense fallback={<EarlySearchInput typed={typed} onCancel={cancel} />}>
          <SearchDialog opener={opener} typed={typed} onClosed={close} />
        </Suspense>
      ) : null}
    </OpenContext>
  );
}
