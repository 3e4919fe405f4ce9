/**
 * Keys that are pressed together, as they are kept: `Mod+Shift+O`, `Escape`, `?`. `Mod` is ⌘ on Apple's systems and Ctrl
 * elsewhere. Of a character that is no letter it does not matter whether Shift makes it.
 */
export type Keys = string;

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey" | "getModifierState"
>;

/** On Apple's systems Ctrl+K deletes to the end of the line, as people there expect. */
export const isApple = () => /^(?:Mac|iP)/.test(navigator.platform);

/** The letter of a press with modifiers: by its place on the keyboard where another alphabet is written, or Option changes it. */
function letterOf({ key, code }: KeyPress): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return letter && !/^[!-~]$/.test(key) ? letter : key;
}

/** The keys that are pressed; null while only modifiers are. */
export function keysOf(press: KeyPress): Keys | null {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead"].includes(press.key)) return null;
  // Ctrl and Alt together are how Windows says AltGr, which writes a character.
  const writes = press.getModifierState("AltGraph");
  const [mod, control] = isApple()
    ? [press.metaKey, press.ctrlKey]
    : [press.ctrlKey, press.metaKey];
  const modifiers = [
    ...(mod && !writes ? ["Mod"] : []),
    ...(control && !writes ? ["Control"] : []),
    ...(press.altKey && !writes ? ["Alt"] : []),
  ];
  const key = modifiers.length > 0 ? letterOf(press) : press.key;
  const named = key.length > 1 || /^[a-z ]$/i.test(key);
  const shift = press.shiftKey && named ? ["Shift"] : [];
  return [
    ...modifiers,
    ...shift,
    key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key,
  ].join("+");
}

/** Whether they write nothing: with Shift alone they would. */
export const hasModifier = (keys: Keys) => /^(?:Mod|Control|Alt)\+/.test(keys);

/** Whether the keys, pressed in a field, mean something there. Escape and the function keys do not. */
export function meansSomethingInField(keys: Keys): boolean {
  return !hasModifier(keys) && !/^(?:Shift\+)?(?:Escape|F\d+)$/.test(keys);
}

/** Whether they move the cursor in a text, or scroll the page. */
export const isArrow = (keys: Keys): boolean => keys.startsWith("Arrow");
