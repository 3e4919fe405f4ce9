"use client";

import { lazy, Suspense } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { Attachments } from "./attachments/lazy-attachments";
import type { MessageRenderers } from "./message-row";
// What the server rendered is seen before the code that shows it is here.
import "./markdown.css";

const loadMarkdown = () => import("./markdown");
const loadActions = () => import("@/components/activity/action-list");
const loadConnections = () => import("@/components/activity/connect-card");

const Markdown = lazy(() => loadMarkdown().then((module) => ({ default: module.Markdown })));
const ActionList = lazy(() => loadActions().then((module) => ({ default: module.ActionList })));
const ConnectCard = lazy(() =>
  loadConnections().then((module) => ({ default: module.ConnectCard })),
);

/** Fetches what answers are shown with, ahead of the first one. */
export function preloadRenderers(): void {
  // A failure shows when an answer needs them, and is tried again then.
  Promise.all([loadMarkdown(), loadActions(), loadConnections()]).catch(() => undefined);
}

/**
 * How a chat shows answers: by code that is not part of the first load. What the server rendered stays on screen until it
 * is there; text that streams in before shows as it is.
 */
export const lazyRenderers: MessageRenderers = {
  Text: ({ text }) => (
    <Suspense
      fallback={
        <p className="whitespace-pre-wrap">
          <PlainText text={text} />
        </p>
      }
    >
      <Markdown text={text} />
    </Suspense>
  ),
  Actions: ({ actions }) => (
    <Suspense>
      <ActionList actions={actions} />
    </Suspense>
  ),
  Attachments,
  Connection: ({ connection }) => (
    <Suspense>
      <ConnectCard connection={connection} />
    </Suspense>
  ),
};
