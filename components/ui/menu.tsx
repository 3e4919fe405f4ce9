"use client";

import type { LucideIcon } from "lucide-react";
import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from "react";

export type MenuEntry = {
  /** Tells apart entries of one label. */
  id?: string;
  label: string;
  icon: LucideIcon;
  tone?: "danger";
} & (
  | {
      onSelect: () => void;
      /** It is one of several to choose from, and this one is chosen or not. */
      checked?: boolean;
    }
  | {
      href: string;
      /** It is a file to keep, not a page to go to. */
      download?: boolean;
    }
);

export type MenuProps = {
  /** Names the button where its content does not. */
  label?: string;
  className: string;
  children: ReactNode;
  entries: MenuEntry[];
  /** Stands above the entries: elements of a menu, too. */
  first?: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom";
  /** Where the focus goes when the menu has closed; null for the button. */
  finalFocus?: () => HTMLElement | null;
};

const load = () => import("./open-menu").then((module) => ({ default: module.OpenMenu }));
const OpenMenu = lazy(load);
// A failure shows when the menu is opened, and is tried again then.
const preload = () => void load().catch(() => undefined);

/**
 * A button that opens a menu. What a menu takes to be one is fetched when a person comes near it: most visits open none.
 */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState<"not yet" | "by pointer" | "by keyboard">("not yet");
  // A click that no pointer made has no count.
  const open = (event: MouseEvent) => setWanted(event.detail === 0 ? "by keyboard" : "by pointer");
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={props.label}
      className={props.className}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={open}
    >
      {props.children}
    </button>
  );
  if (wanted === "not yet") return button;
  return (
    <Suspense fallback={button}>
      <OpenMenu {...props} startsAtFirst={wanted === "by keyboard"} />
    </Suspense>
  );
}
