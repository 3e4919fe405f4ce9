"use client";

import { useId } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { useAsking } from "./asking";

type AskButtonProps = {
  /** What is sent, as the person's own message. */
  text: string;
  children: string;
  /** What a screen reader says, where the words on the button need their surroundings. */
  label?: string;
  variant?: "outline" | "quiet";
};

/** Sends a message into the conversation it stands in; nothing where none can be sent. */
export function AskButton({ text, children, label, variant = "outline" }: AskButtonProps) {
  const asking = useAsking();
  const reasonId = useId();
  const { onceAnswerHasEnded } = useWords("common");
  if (!asking) return null;
  const busy = asking.status === "busy";
  return (
    <>
      <Button
        size="small"
        variant={variant}
        aria-label={label}
        title={text}
        aria-describedby={busy ? reasonId : undefined}
        disabled={busy}
        onClick={() => {
          if (asking.status === "ready") asking.ask(text);
        }}
      >
        {children}
      </Button>
      {busy ? (
        <span id={reasonId} className="text-muted-foreground text-xs">
          {onceAnswerHasEnded}
        </span>
      ) : null}
    </>
  );
}
