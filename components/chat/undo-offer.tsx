"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Button } from "@/components/ui/button";
import type { UndoOffer as Offer } from "@/lib/client/chat-list";
import { useChatListActions } from "./chat-list-context";

/** What was done with a chat, and the way back. The focus comes here: the row that had it is gone. */
export function UndoOffer({ offer }: { offer: Extract<Offer, { status: "offered" }> }) {
  const { undo, dismissOffer } = useChatListActions();
  const words = useWords("shelf");
  const { dismiss } = useWords("common");
  const router = useRouter();
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    button.current?.focus({ preventScroll: true });
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById("content")?.focus();
    };
  }, []);

  const takeBack = async () => {
    if ((await undo()) && offer.left) router.push(`/chat/${offer.chat.id}`);
  };
  return (
    <div
      ref={bar}
      className="flex items-center gap-2 rounded-xl border border-border bg-surface py-1.5 pr-1.5 pl-3 text-sm shadow-overlay"
    >
      <p className="min-w-0 grow truncate">
        {words[offer.change]} <PlainText text={offer.chat.title} />
      </p>
      <Button ref={button} size="small" onClick={takeBack}>
        {words.undo}
      </Button>
      <button
        type="button"
        aria-label={dismiss}
        onClick={dismissOffer}
        className="touch-target rounded-sm p-1 text-muted-foreground hover:text-foreground"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
