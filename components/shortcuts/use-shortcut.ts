"use client";

import { type RefObject, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { keysFor, onShortcutsChange } from "@/lib/client/shortcuts/chosen";
import { formatKeys } from "@/lib/client/shortcuts/format-keys";
import { isPressed, overlaid } from "@/lib/client/shortcuts/pressed";
import type { ShortcutId } from "@/lib/client/shortcuts/registry";

/**
 * Does something when a shortcut's keys are pressed.
 *
 * @param active false while there is nothing to do
 * @param within only while the focus is inside it; anywhere on the page without
 */
export function useShortcut(
  id: ShortcutId,
  onPressed: () => void,
  { active = true, within }: { active?: boolean; within?: RefObject<HTMLElement | null> } = {},
): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isPressed(id, event)) return;
    const rests = overlaid();
    // Escape is the overlay's own; what the browser would do with Ctrl and a letter is wanted neither way.
    if (!rests || event.ctrlKey || event.metaKey) event.preventDefault();
    if (!rests) onPressed();
  });
  useEffect(() => {
    const target = within ? within.current : document;
    if (!target || !active) return;
    const listen = (event: Event) => {
      if (event instanceof KeyboardEvent) handle(event);
    };
    target.addEventListener("keydown", listen);
    return () => target.removeEventListener("keydown", listen);
  }, [active, within]);
}

/** How a shortcut's keys are written: on the screen, and for `aria-keyshortcuts`. Undefined when it has none, and on the server. */
export function useShortcutKeys(id: ShortcutId): { shown?: string; aria?: string } {
  const keys = useSyncExternalStore(
    onShortcutsChange,
    () => keysFor(id),
    () => null,
  );
  return keys === null ? {} : formatKeys(keys);
}
