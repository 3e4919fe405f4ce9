import { keysFor } from "./chosen";
import { isArrow, keysOf, meansSomethingInField } from "./keys";
import type { ShortcutId } from "./registry";

/** What lies over the page, or is about to: while there is any, the page's shortcuts rest. */
const overlays = "[role=dialog], [role=alertdialog], [role=menu], [data-overlay]";

/** A field that text is written in. */
function fieldOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  if (
    target instanceof HTMLInputElement &&
    /^(?:checkbox|radio|button|submit|file)$/.test(target.type)
  )
    return null;
  const field =
    target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
  return field ? target : null;
}

const isEmpty = (field: HTMLElement) => field instanceof HTMLTextAreaElement && field.value === "";

/** Whether something lies over the page: its shortcuts rest. */
export const overlaid = (): boolean => document.querySelector(overlays) !== null;

/** Whether a key press is a shortcut's: never what writes or moves where something is written. */
export function isPressed(id: ShortcutId, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  const keys = keysOf(event);
  if (keys === null || keys !== keysFor(id)) return false;
  const field = fieldOf(event.target);
  // Nowhere but in an empty box do the arrow keys have nothing else to do.
  if (isArrow(keys)) return field !== null && isEmpty(field);
  return !(field && meansSomethingInField(keys));
}
