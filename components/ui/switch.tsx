"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

/** A switch with its label. */
export function Switch({
  checked,
  disabled,
  onCheckedChange,
  children,
}: {
  checked: boolean;
  disabled?: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      data-slot="switch-field"
      className="touch-target flex cursor-pointer select-none items-center gap-2 text-xs text-muted-foreground has-data-checked:text-foreground has-data-disabled:cursor-not-allowed has-data-disabled:opacity-55"
    >
      <BaseSwitch.Root
        id={id}
        data-slot="switch"
        checked={checked}
        disabled={disabled ?? false}
        onCheckedChange={onCheckedChange}
        className="flex h-4 w-7 shrink-0 rounded-full bg-input p-0.5 transition-colors duration-100 data-checked:bg-accent forced-colors:border"
      >
        <BaseSwitch.Thumb className="size-3 rounded-full bg-surface transition-transform duration-100 data-checked:translate-x-3 forced-colors:bg-[ButtonText]" />
      </BaseSwitch.Root>
      {children}
    </label>
  );
}
