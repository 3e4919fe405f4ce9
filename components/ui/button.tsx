import type { ComponentProps } from "react";
import { classes } from "./classes";

const shape =
  "filled-control touch-target inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55";

const variants = {
  primary: "bg-accent text-accent-foreground enabled:hover:bg-accent-hover",
  danger: "bg-danger text-danger-foreground enabled:hover:bg-danger-hover",
  outline:
    "border border-input/60 bg-surface text-foreground shadow-raised enabled:hover:bg-hover data-popup-open:bg-hover",
  quiet:
    "text-muted-foreground enabled:hover:bg-hover enabled:hover:text-foreground data-popup-open:bg-hover data-popup-open:text-foreground",
};

const sizes = {
  small: "h-7 px-2.5 text-xs",
  medium: "h-8 px-3 text-sm",
  large: "h-10 px-4 text-sm",
  icon: "size-8 text-sm",
};

type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes };

/** The classes of a button, for a link or a trigger that has to look like one. */
export function buttonClasses({ variant = "outline", size = "medium" }: ButtonLook = {}): string {
  return classes(shape, variants[variant], sizes[size]);
}

type ButtonProps = Omit<ComponentProps<"button">, "className"> & ButtonLook;

/** A button without a label of its own needs `aria-label`. It submits a form only when its `type` says so. */
export function Button({ variant, size, type = "button", ...props }: ButtonProps) {
  const look: ButtonLook = { ...(variant ? { variant } : {}), ...(size ? { size } : {}) };
  return <button data-slot="button" type={type} className={buttonClasses(look)} {...props} />;
}
