"use client";

import type { ReactNode } from "react";
import { english } from "@/lib/language/english";
import { SpokenProvider } from "./words";

/** All English words at once, for stories and for tests of single components. */
export function InEnglish({ children }: { children: ReactNode }) {
  return (
    <SpokenProvider language="en" words={english}>
      {children}
    </SpokenProvider>
  );
}
