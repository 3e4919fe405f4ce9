import type { ReactNode } from "react";

/** A switch with its label. */
export function Switch({
  checked,
  onCheckedChange,
  children,
}: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label
      data-slot="switch-field"
      className="touch-target flex cursor-pointer select-none items-center gap-2 text-xs text-muted-foreground has-checked:text-foreground"
    >
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        data-slot="switch"
        checked={checked}
        onChange={(event) => onCheckedChange(event.target.checked)}
        className="h-4 w-7 shrink-0 cursor-pointer appearance-none rounded-full bg-input p-0.5 transition-colors duration-100 before:block before:size-3 before:rounded-full before:bg-surface before:transition-transform before:duration-100 checked:bg-accent checked:before:translate-x-3 forced-colors:appearance-auto forced-colors:before:hidden"
      />
      {children}
    </label>
  );
}
