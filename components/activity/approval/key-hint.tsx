import { useShortcutKeys } from "@/components/shortcuts/use-shortcut";
import type { ShortcutId } from "@/lib/client/shortcuts/registry";

/** The keys that do the same, shown while keys go to the card and to no field in it. */
export function KeyHint({ id }: { id: ShortcutId }) {
  const { shown } = useShortcutKeys(id);
  if (!shown) return null;
  return (
    <kbd
      aria-hidden
      className="hidden rounded-sm border border-current/35 px-1 font-mono text-2xs leading-4 opacity-80 pointer-fine:group-data-[keys=live]/approval:group-focus-within/approval:inline group-has-[:is(input:not([type=checkbox]),textarea,select):focus]/approval:hidden!"
    >
      {shown}
    </kbd>
  );
}
