const initialsShown = 2;

/** The first letters of a name, in place of a picture: nothing is loaded from another site. */
export function Initials({ name }: { name: string }) {
  const letters = name
    .split(/[\s._-]+/)
    .flatMap((word) => Array.from(word.match(/[\p{L}\p{N}]/u) ?? []))
    .slice(0, initialsShown)
    .join("");
  return (
    <span
      aria-hidden
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-[0.7rem] text-accent uppercase"
    >
      {letters || "?"}
    </span>
  );
}
