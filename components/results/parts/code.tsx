import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { PlainText } from "./plain-text";

/** A slug, a branch or a path: monospace, and selectable as a whole. */
export function Code({ text }: { text: string }) {
  return (
    <code className="wrap-anywhere font-mono text-[0.92em]">
      <PlainText text={text} />
    </code>
  );
}

/** A commit's hash, its first seven digits; all of it in the title. */
export function Hash({ hash }: { hash: string }) {
  return (
    <code title={revealHiddenCharacters(hash)} className="font-mono text-[0.92em]">
      <PlainText text={hash.slice(0, 7)} />
    </code>
  );
}
