import { isApple, type Keys } from "./keys";

const apple: Record<string, string> = {
  Mod: "⌘",
  Control: "⌃",
  Alt: "⌥",
  Shift: "⇧",
};
const others: Record<string, string> = { Mod: "Ctrl", Control: "Meta" };
const symbols: Record<string, string> = {
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** Keys as people read them, and as `aria-keyshortcuts` has them. */
export function formatKeys(keys: Keys): { shown: string; aria: string } {
  // A plus sign at the end is a key, not what joins two.
  const parts = keys.split(/\+(?=.)/);
  const onApple = isApple();
  const names = parts.map((part) => (onApple ? apple : others)[part] ?? symbols[part] ?? part);
  const [mod, control] = onApple ? ["Meta", "Control"] : ["Control", "Meta"];
  const aria = parts.map((part) => (part === "Mod" ? mod : part === "Control" ? control : part));
  return { shown: names.join(onApple ? "" : "+"), aria: aria.join("+") };
}
