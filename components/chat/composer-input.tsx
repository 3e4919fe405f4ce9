"use client";

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { isSendKey } from "./send-key";

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** Grows with its text up to a limit. Enter sends, Shift+Enter begins a line, `/` anywhere on the page comes here. */
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

  useLayoutEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey;
      if (event.key !== "/" || !plain || event.defaultPrevented || isEditable(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [input]);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <textarea
      ref={input}
      aria-label="Message"
      aria-describedby={describedBy}
      placeholder="Ask for something in Bitbucket"
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
