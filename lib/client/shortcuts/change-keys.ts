import { type ChosenShortcuts, chooseShortcuts, chosenKeys, chosenShortcuts } from "./chosen";
import { hasModifier, type Keys } from "./keys";
import { defaultKeys, type ShortcutId, shortcutIds } from "./registry";

/** Why keys cannot be a shortcut's. */
export type Refusal =
  | { reason: "browser" }
  | { reason: "used"; by: ShortcutId }
  | { reason: "page" };

/** What browsers do not leave to a page, or only some of them do. */
const browserKeys = /^(?:Mod\+(?:Shift\+)?[NTWQ]|Mod\+(?:Shift\+)?Tab|Alt\+F4|Mod\+F4|F1[12]|F5)$/;

/** What a page is used with by keyboard alone. */
const pageKeys =
  /^(?:Shift\+)?(?:Enter|Tab|Space|Backspace|Delete|Home|End|PageUp|PageDown|ArrowDown|ArrowLeft|ArrowRight)$/;

/** The other shortcut that has these keys. */
function usedBy(id: ShortcutId, keys: Keys): ShortcutId | undefined {
  return shortcutIds.find((other) => other !== id && chosenKeys(other) === keys);
}

/** Why a shortcut cannot have these keys; null when it can. */
export function refusalOf(id: ShortcutId, keys: Keys): Refusal | null {
  if (browserKeys.test(keys)) return { reason: "browser" };
  if (!hasModifier(keys) && pageKeys.test(keys)) return { reason: "page" };
  const by = usedBy(id, keys);
  return by ? { reason: "used", by } : null;
}

function change(change: Partial<ChosenShortcuts>): void {
  chooseShortcuts({ ...chosenShortcuts(), ...change });
}

/** Gives a shortcut other keys, or none with null. */
export function chooseKeys(id: ShortcutId, keys: Keys | null): void {
  const { [id]: _before, ...others } = chosenShortcuts().keys;
  change({ keys: keys === defaultKeys[id] ? others : { ...others, [id]: keys } });
}

/** Switches all shortcuts off, or on again as they were. */
export const switchShortcuts = (on: boolean): void => change({ off: !on });

/** Every shortcut as it comes. */
export const resetShortcuts = (): void => chooseShortcuts({ off: false, keys: {} });
