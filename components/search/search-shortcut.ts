/** On Apple's systems Ctrl+K deletes to the end of the line, as people there expect. */
export const isApple = () => /^(?:Mac|iP)/.test(navigator.platform);

/** ⌘K on Apple's systems, Ctrl+K elsewhere. */
export function isSearchShortcut(event: KeyboardEvent): boolean {
  const [wanted, other] = isApple()
    ? [event.metaKey, event.ctrlKey]
    : [event.ctrlKey, event.metaKey];
  const letter = event.key.toLowerCase() === "k";
  return letter && wanted && !other && !event.altKey && !event.shiftKey;
}
