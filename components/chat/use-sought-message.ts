"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { ChatMessage } from "@/lib/shared/message";

/**
 * Brings the message that a reader came for into view, once, with the focus on it.
 *
 * @returns `found` for the message's element, and `missing` when it is not among the messages
 */
export function useSoughtMessage(
  sought: string | undefined,
  messages: readonly ChatMessage[],
): { found: RefObject<HTMLDivElement | null>; missing: boolean } {
  const found = useRef<HTMLDivElement>(null);
  const missing = sought !== undefined && messages.every(({ id }) => id !== sought);

  useLayoutEffect(() => {
    if (sought === undefined) return;
    const show = () => found.current?.scrollIntoView({ block: "center" });
    show();
    found.current?.focus({ preventScroll: true });
    // What came into view has been laid out by then, and has its own height.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [sought]);

  return { found, missing };
}
