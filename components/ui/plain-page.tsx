"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/words";
import { Brand } from "./brand-mark";
import { buttonClasses } from "./button";

const widths = { column: "max-w-2xl", wide: "max-w-6xl" };

/** A page beside the chats: the brand, the way back, one column; `wide` has room for a table. */
export function PlainPage({
  title,
  width = "column",
  children,
}: {
  title: string;
  width?: keyof typeof widths;
  children: ReactNode;
}) {
  const { backToChats } = useWords("common");
  return (
    <div
      data-slot="plain-page"
      className={`mx-auto flex min-h-dvh w-full flex-col px-4 pb-16 ${widths[width]}`}
    >
      <header className="flex h-14 items-center justify-between">
        <Link href="/" className="touch-target rounded-md">
          <Brand />
        </Link>
        <Link href="/" className={buttonClasses({ variant: "quiet" })}>
          <ArrowLeft aria-hidden className="size-4" />
          {backToChats}
        </Link>
      </header>
      <main className="pt-8">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  );
}
