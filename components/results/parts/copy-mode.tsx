"use client";

import { type ComponentType, createContext, useContext } from "react";
import type { Language } from "../code/grammars";
import type { Highlighter } from "../code/highlight";

/**
 * How cards are shown in a copy that is read without a script: everything is in the page, what would open by a script opens by
 * itself, and what needs the app – copying, asking, paging – is not there.
 */
export type CopyMode = {
  Markdown: ComponentType<{ text: string }>;
  highlighterOf: (language: Language) => Highlighter | undefined;
  /** What a tool answered, as data, where the copy shows that. @param id of the action */
  rawOf: (id: string) => unknown;
};

const CopyModeContext = createContext<CopyMode | undefined>(undefined);

export const CopyModeProvider = CopyModeContext.Provider;

/** Undefined in the app itself. */
export function useCopyMode(): CopyMode | undefined {
  return useContext(CopyModeContext);
}
