"use client";

import { lazy, Suspense } from "react";

const load = () => import("./markdown").then((module) => ({ default: module.Markdown }));
const Markdown = lazy(load);

/** Fetches the Markdown renderer ahead of the first answer. */
export function preloadMarkdown(): void {
  // A failure shows when an answer needs it, and is tried again then.
  load().catch(() => undefined);
}

/**
 * Markdown whose renderer is not part of the first load. What the server rendered stays on screen until it is there;
 * an answer that begins before shows as plain text.
 */
export function LazyMarkdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <Markdown text={text} />
    </Suspense>
  );
}
