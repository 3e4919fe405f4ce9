"use client";

import { useState } from "react";
import { PlainText } from "./plain-text";

const longText = 400;
const manyLines = 6;

/** A description or comment as plain text, clamped to six lines until somebody wants all of it. */
export function ClampedText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const long = text.length > longText || text.split("\n").length > manyLines;
  return (
    <div>
      <p className={`wrap-anywhere whitespace-pre-wrap ${long && !open ? "line-clamp-6" : ""}`}>
        <PlainText text={text} />
      </p>
      {long ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="mt-1 font-medium text-accent text-xs hover:underline"
        >
          {open ? "Show less" : "Show all"}
        </button>
      ) : null}
    </div>
  );
}
