"use client";

import dynamic from "next/dynamic";
import { type ComponentType, type ReactNode, useMemo } from "react";
import type { Words, WordsRoom } from "@/lib/language/words";
import type { Language } from "@/lib/shared/language";
import { SpokenProvider, useSpoken } from "./words";

type Below = ComponentType<{ children: ReactNode }>;

/** Adds words to those that are known below. */
function Adding({ added, children }: { added: Partial<Words>; children: ReactNode }) {
  const { language, words } = useSpoken();
  const all = useMemo(() => ({ ...words, ...added }), [words, added]);
  return (
    <SpokenProvider language={language} words={all}>
      {children}
    </SpokenProvider>
  );
}

const adding = (added: Partial<Words>): { default: Below } => ({
  default: ({ children }) => <Adding added={added}>{children}</Adding>,
});

/** Rooms that are needed together, as one chunk. */
const suites = { work: ["actions", "activity", "results"] } as const;
type Suite = keyof typeof suites;

const isSuite = (room: WordsRoom | Suite): room is Suite => Object.hasOwn(suites, room);

// Each import is written out, so that the build puts it into a chunk of its own and the page names that chunk at once.
const rooms: Record<WordsRoom | Suite, Record<Language, Below>> = {
  actions: {
    en: dynamic(() => import("@/lib/language/english/actions").then(adding)),
    de: dynamic(() => import("@/lib/language/german/actions").then(adding)),
  },
  admin: {
    en: dynamic(() => import("@/lib/language/english/admin").then(adding)),
    de: dynamic(() => import("@/lib/language/german/admin").then(adding)),
  },
  activity: {
    en: dynamic(() => import("@/lib/language/english/activity").then(adding)),
    de: dynamic(() => import("@/lib/language/german/activity").then(adding)),
  },
  chat: {
    en: dynamic(() => import("@/lib/language/english/chat").then(adding)),
    de: dynamic(() => import("@/lib/language/german/chat").then(adding)),
  },
  attachments: {
    en: dynamic(() => import("@/lib/language/english/attachments").then(adding)),
    de: dynamic(() => import("@/lib/language/german/attachments").then(adding)),
  },
  common: {
    en: dynamic(() => import("@/lib/language/english/common").then(adding)),
    de: dynamic(() => import("@/lib/language/german/common").then(adding)),
  },
  habits: {
    en: dynamic(() => import("@/lib/language/english/habits").then(adding)),
    de: dynamic(() => import("@/lib/language/german/habits").then(adding)),
  },
  projects: {
    en: dynamic(() => import("@/lib/language/english/projects").then(adding)),
    de: dynamic(() => import("@/lib/language/german/projects").then(adding)),
  },
  shelf: {
    en: dynamic(() => import("@/lib/language/english/shelf").then(adding)),
    de: dynamic(() => import("@/lib/language/german/shelf").then(adding)),
  },
  connect: {
    en: dynamic(() => import("@/lib/language/english/connect").then(adding)),
    de: dynamic(() => import("@/lib/language/german/connect").then(adding)),
  },
  results: {
    en: dynamic(() => import("@/lib/language/english/results").then(adding)),
    de: dynamic(() => import("@/lib/language/german/results").then(adding)),
  },
  errors: {
    en: dynamic(() => import("@/lib/language/english/errors").then(adding)),
    de: dynamic(() => import("@/lib/language/german/errors").then(adding)),
  },
  sharedPage: {
    en: dynamic(() => import("@/lib/language/english/shared-page").then(adding)),
    de: dynamic(() => import("@/lib/language/german/shared-page").then(adding)),
  },
  signIn: {
    en: dynamic(() => import("@/lib/language/english/sign-in").then(adding)),
    de: dynamic(() => import("@/lib/language/german/sign-in").then(adding)),
  },
  audit: {
    en: dynamic(() => import("@/lib/language/english/audit").then(adding)),
    de: dynamic(() => import("@/lib/language/german/audit").then(adding)),
  },
  connections: {
    en: dynamic(() => import("@/lib/language/english/connections").then(adding)),
    de: dynamic(() => import("@/lib/language/german/connections").then(adding)),
  },
  permissions: {
    en: dynamic(() => import("@/lib/language/english/permissions").then(adding)),
    de: dynamic(() => import("@/lib/language/german/permissions").then(adding)),
  },
  search: {
    en: dynamic(() => import("@/lib/language/english/search").then(adding)),
    de: dynamic(() => import("@/lib/language/german/search").then(adding)),
  },
  settings: {
    en: dynamic(() => import("@/lib/language/english/settings").then(adding)),
    de: dynamic(() => import("@/lib/language/german/settings").then(adding)),
  },
  sharing: {
    en: dynamic(() => import("@/lib/language/english/sharing").then(adding)),
    de: dynamic(() => import("@/lib/language/german/sharing").then(adding)),
  },
  tools: {
    en: dynamic(() => import("@/lib/language/english/tools").then(adding)),
    de: dynamic(() => import("@/lib/language/german/tools").then(adding)),
  },
  usage: {
    en: dynamic(() => import("@/lib/language/english/usage").then(adding)),
    de: dynamic(() => import("@/lib/language/german/usage").then(adding)),
  },
  work: {
    en: dynamic(() => import("@/lib/language/english/work").then(adding)),
    de: dynamic(() => import("@/lib/language/german/work").then(adding)),
  },
};

/** Fetches a room's text, in the person's language only, before what is below is shown. */
export function WordsFor({ room, children }: { room: WordsRoom | Suite; children: ReactNode }) {
  const { language, words } = useSpoken();
  const needed = isSuite(room) ? suites[room] : [room];
  if (needed.every((name) => words[name])) return children;
  const Below = rooms[room][language];
  return <Below>{children}</Below>;
}
