"use client";

import { ListTree, MessageSquareText } from "lucide-react";
import { useRef } from "react";
import { useWords } from "@/components/language/words";
import { buttonClasses } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { ChatMessage } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";

/** Where a message is on the page. */
export const messageElementId = (messageId: string) => `message-${messageId}`;

/** In a chat of fewer prompts they are all in sight. */
const worthwhileFrom = 3;
/** More of a prompt says nothing about where it leads. In characters. */
const labelLength = 120;

/** Goes to one of the prompts of the part of the chat that is on the page. */
export function PromptMenu({ prompts }: { prompts: readonly ChatMessage[] }) {
  const destination = useRef<HTMLElement>(null);
  const { jumpToPrompt } = useWords("chat").thread;
  if (prompts.length < worthwhileFrom) return null;

  const go = (messageId: string) => {
    destination.current = document.getElementById(messageElementId(messageId));
    destination.current?.scrollIntoView({ block: "start" });
  };
  return (
    <Menu
      label={jumpToPrompt}
      className={buttonClasses({ variant: "quiet", size: "icon" })}
      entries={prompts.map((prompt) => ({
        id: prompt.id,
        label: revealHiddenCharacters(textOf(prompt).slice(0, labelLength)),
        icon: MessageSquareText,
        onSelect: () => go(prompt.id),
      }))}
      finalFocus={() => {
        const element = destination.current;
        destination.current = null;
        return element;
      }}
    >
      <ListTree aria-hidden className="size-4" />
    </Menu>
  );
}
