"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { keysFor } from "@/lib/client/shortcuts/chosen";
import { keysOf } from "@/lib/client/shortcuts/keys";
import type { ShortcutId } from "@/lib/client/shortcuts/registry";

/** Milliseconds without a key after which somebody in a field is not typing any more. */
const quiet = 2_000;
/** Milliseconds after the focus has come by itself in which a key was meant for something else. */
const settling = 600;

const answers: readonly ShortcutId[] = ["approve", "deny", "next-time"];

/** When a key was last pressed anywhere; watched from the moment this module is there. */
let lastKey = Number.NEGATIVE_INFINITY;
if (typeof document !== "undefined") {
  const note = () => {
    lastKey = performance.now();
  };
  document.addEventListener("keydown", note, { capture: true, passive: true });
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement;
}

/** Whether the focus may be taken from where it is: from nothing, or from an empty field in which nobody types. */
function mayTakeFocus(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  if (!isField(activeElement) || activeElement.value !== "") return false;
  // In another question somebody is about to answer that one.
  if (activeElement.closest('[data-slot="approval"]')) return false;
  return performance.now() - lastKey > quiet && document.hasFocus();
}

type Card = {
  card: RefObject<HTMLElement | null>;
  /** What in it takes the focus. */
  focus: RefObject<HTMLElement | null>;
};

/** A key that writes something, where something can be written. */
function isWriting({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}

/**
 * Moves the focus to a question when it appears, unless the person is typing, and back when the question has gone. Who begins
 * to write after all writes where they were.
 *
 * @returns false right after the focus has come by itself: keys were meant for something else
 */
export function useFocusWhenIdle({ card, focus }: Card): boolean {
  const [settled, setSettled] = useState(true);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    let outside = document.activeElement;
    let inside = false;
    let early = false;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const follow = ({ target }: FocusEvent) => {
      inside = target instanceof Node && element.contains(target);
      if (!inside && target instanceof Element) outside = target;
    };
    const giveBack = () => {
      if (outside instanceof HTMLElement && outside.isConnected)
        outside.focus({ preventScroll: true });
    };
    const take = () => {
      if (!mayTakeFocus()) return;
      early = true;
      setSettled(false);
      settle = setTimeout(() => {
        early = false;
        setSettled(true);
      }, settling);
      focus.current?.focus({ preventScroll: true });
    };
    const writeOutside = (event: KeyboardEvent) => {
      const answering = answers.some((id) => keysFor(id) === keysOf(event)) && !early;
      if (event.target === focus.current && isField(outside) && isWriting(event) && !answering)
        giveBack();
    };
    document.addEventListener("focusin", follow);
    element.addEventListener("keydown", writeOutside);
    take();
    // Who has just sent a message sits in an empty field, and pressed Enter a moment ago.
    const later = inside ? undefined : setTimeout(take, quiet + 100);
    return () => {
      clearTimeout(later);
      clearTimeout(settle);
      document.removeEventListener("focusin", follow);
      element.removeEventListener("keydown", writeOutside);
      // A field on a phone would open its keyboard.
      const returns = inside && matchMedia("(pointer: fine)").matches;
      if (returns) queueMicrotask(giveBack);
    };
  }, [card, focus]);
  return settled;
}
