import { onLocalTextChange, readLocalText, writeLocalText } from "../local-text";
import type { Keys } from "./keys";
import { defaultKeys, type ShortcutId } from "./registry";

const name = "shortcuts";

/** What a person has chosen: other keys, null for none, and whether there are any shortcuts at all. */
export type ChosenShortcuts = {
  off: boolean;
  keys: Partial<Record<ShortcutId, Keys | null>>;
};

function parse(text: string): ChosenShortcuts {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept === "object" && kept !== null && "off" in kept && "keys" in kept) {
      const { off, keys } = kept;
      return { off: off === true, keys: typeof keys === "object" && keys !== null ? keys : {} };
    }
  } catch {
    // Nothing was chosen, or by an app that is not this one any more.
  }
  return { off: false, keys: {} };
}

let text: string | undefined;
let chosen: ChosenShortcuts = { off: false, keys: {} };
const listeners = new Set<() => void>();

function reread(): void {
  const now = readLocalText(name);
  if (now === text) return;
  text = now;
  chosen = parse(now);
  for (const listener of listeners) listener();
}

/** As kept in this browser. The same object until something else is chosen. */
export function chosenShortcuts(): ChosenShortcuts {
  if (text === undefined) reread();
  return chosen;
}

/** In all tabs of this browser. */
export function chooseShortcuts(choice: ChosenShortcuts): void {
  const kept = choice.off || Object.keys(choice.keys).length > 0 ? JSON.stringify(choice) : "";
  writeLocalText(name, kept);
  text = kept;
  chosen = choice;
  for (const listener of listeners) listener();
}

/** Calls back whenever something else is chosen, here or in another tab, until the returned function is called. */
export function onShortcutsChange(listener: () => void): () => void {
  listeners.add(listener);
  const hangUp = onLocalTextChange(name, reread);
  return () => {
    listeners.delete(listener);
    hangUp();
  };
}

/** The keys of a shortcut whether or not shortcuts are on at all; null when it has none. */
export function chosenKeys(id: ShortcutId): Keys | null {
  const own = chosenShortcuts().keys[id];
  return own === null || typeof own === "string" ? own : defaultKeys[id];
}

/** The keys that a shortcut answers to now; null for none. */
export const keysFor = (id: ShortcutId): Keys | null =>
  chosenShortcuts().off ? null : chosenKeys(id);
