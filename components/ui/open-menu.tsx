"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import Link from "next/link";
import { useRef } from "react";
import { classes } from "./classes";
import type { MenuEntry, MenuProps } from "./menu";

const itemClasses =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-lg px-2 py-1 text-left outline-none select-none data-highlighted:bg-hover forced-colors:data-highlighted:outline-1 pointer-coarse:min-h-11";

function Entry({ entry }: { entry: MenuEntry }) {
  const { icon: Icon, label, tone } = entry;
  const className = classes(itemClasses, tone === "danger" && "text-danger");
  const content = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{label}</span>
    </>
  );
  return "href" in entry ? (
    <BaseMenu.LinkItem
      data-slot="menu-item"
      className={className}
      {...(entry.download
        ? { href: entry.href, download: true }
        : { render: <Link href={entry.href} /> })}
      closeOnClick
    >
      {content}
    </BaseMenu.LinkItem>
  ) : (
    <BaseMenu.Item
      data-slot="menu-item"
      className={className}
      onClick={entry.onSelect}
      {...(entry.checked === undefined
        ? {}
        : { role: "menuitemradio", "aria-checked": entry.checked })}
    >
      {content}
    </BaseMenu.Item>
  );
}

/**
 * The menu itself: open from the moment it is rendered, and again whenever its button is pressed. `startsAtFirst` puts the
 * focus on the first entry that first time, as the keyboard expects; later the library sees to it.
 */
export function OpenMenu({
  label,
  className,
  children,
  entries,
  first,
  align = "end",
  side = "bottom",
  finalFocus,
  startsAtFirst,
}: MenuProps & { startsAtFirst: boolean }) {
  const popup = useRef<HTMLDivElement>(null);
  const focusFirst = (isOpen: boolean) => {
    if (isOpen && startsAtFirst)
      popup.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  };
  return (
    <BaseMenu.Root defaultOpen onOpenChangeComplete={focusFirst}>
      <BaseMenu.Trigger aria-label={label} className={className}>
        {children}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} side={side} className="z-10 outline-none">
          <BaseMenu.Popup
            ref={popup}
            data-slot="menu"
            finalFocus={() => finalFocus?.() ?? true}
            className="max-h-(--available-height) min-w-40 max-w-[min(24rem,90vw)] overflow-y-auto overscroll-contain origin-(--transform-origin) rounded-xl border border-border bg-surface p-1 text-sm text-foreground shadow-overlay outline-none transition-[opacity,scale] duration-100 ease-settle data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0"
          >
            {first}
            {entries.map((entry) => (
              <Entry key={entry.id ?? entry.label} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
