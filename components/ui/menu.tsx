"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

export const MenuRoot = BaseMenu.Root;
export const MenuTrigger = BaseMenu.Trigger;

/** The list a menu's trigger opens. */
export function MenuContent({
  children,
  align = "end",
  side = "bottom",
}: {
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom";
}) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align={align} side={side} className="z-10 outline-none">
        <BaseMenu.Popup
          data-slot="menu"
          className="min-w-40 origin-(--transform-origin) rounded-xl border border-border bg-surface p-1 text-sm text-foreground shadow-overlay outline-none transition-[opacity,scale] duration-100 ease-settle data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0"
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

const itemClasses =
  "flex min-h-8 w-full items-center gap-2 rounded-lg px-2 py-1 text-left outline-none select-none data-highlighted:bg-hover forced-colors:data-highlighted:outline-1 pointer-coarse:min-h-11";

export function MenuItem({
  tone = "plain",
  ...props
}: Omit<ComponentProps<typeof BaseMenu.Item>, "className"> & { tone?: "plain" | "danger" }) {
  return (
    <BaseMenu.Item
      data-slot="menu-item"
      className={classes(itemClasses, tone === "danger" && "text-danger")}
      {...props}
    />
  );
}

export function MenuLink(props: Omit<ComponentProps<typeof BaseMenu.LinkItem>, "className">) {
  return <BaseMenu.LinkItem data-slot="menu-link" className={itemClasses} {...props} />;
}
