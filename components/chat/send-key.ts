import type { KeyboardEvent } from "react";

/** Whether a key press in a text area means "send": Enter alone, and not the one that chooses a word. */
export function isSendKey(event: KeyboardEvent): boolean {
  // Enter that ends an input method's composition chooses a word; Safari reports it as key code 229 afterwards.
  const composing = event.nativeEvent.isComposing || event.keyCode === 229;
  return event.key === "Enter" && !event.shiftKey && !composing;
}
