"use client";

import { type RefObject, useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement;
}

/** Moves the focus to the question when it appears, unless the person has it somewhere already. */
export function useFocusWhenIdle(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    const idle = activeElement === null || activeElement === document.body;
    if (idle) target.current?.focus({ preventScroll: true });
  }, [target]);
}

/** `1` says yes and `2` says no, while the focus is inside the card and not in a field. */
export function useAnswerKeys(
  card: RefObject<HTMLElement | null>,
  answers: { approve: () => void; deny: () => void },
): void {
  const { approve, deny } = answers;
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const answer = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target)) return;
      if (event.key === "1") approve();
      if (event.key === "2") deny();
    };
    element.addEventListener("keydown", answer);
    return () => element.removeEventListener("keydown", answer);
  }, [card, approve, deny]);
}
