"use client";

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useWords } from "@/components/language/words";
import { useShortcut } from "../shortcuts/use-shortcut";
import { isSendKey } from "./send-key";

/** Grows with its text up to a limit. Enter sends, Shift+Enter begins a line, a shortcut anywhere on the page comes here. */
export function ComposerInput({
  input,
  text,
  disabled,
  describedBy,
  onChange,
  onEnter,
}: {
  input: RefObject<HTMLTextAreaElement | null>;
  text: string;
  disabled: boolean;
  describedBy: string | undefined;
  onChange: (text: string) => void;
  onEnter: () => void;
}) {
  const words = useWords("chat").composer;
  useLayoutEffect(() => {
    const element = input.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = text ? `${element.scrollHeight}px` : "";
  }, [input, text]);

  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  // What was typed before the page came to life stands in the field, and React has not heard of it.
  useEffect(() => {
    const typed = input.current?.value;
    if (typed) change.current(typed);
  }, [input]);

  useShortcut("message", () => input.current?.focus());

  const handleKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <textarea
      ref={input}
      aria-label={words.message}
      aria-describedby={describedBy}
      placeholder={words.placeholder}
      rows={1}
      value={text}
      readOnly={disabled}
      enterKeyHint="send"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={handleKeyDown}
      className="field-sizing-content block max-h-[40dvh] min-h-12 w-full resize-none overflow-y-auto bg-transparent px-4 pt-3 pb-1 text-base outline-none placeholder:text-muted-foreground read-only:opacity-60"
    />
  );
}
