const initialsShown = 2;

const sizes = { small: "size-5 text-[0.55rem]", medium: "size-7 text-[0.7rem]" };

/** The first letters of a name, in place of a picture: nothing is loaded from another site. */
export function Initials({ name, size = "medium" }: { name: string; size?: keyof typeof sizes }) {
  const letters = name
    .split(/[\s._-]+/)
    .flatMap((word) => Array.from(word.match(/[\p{L}\p{N}]/u) ?? []))
    .slice(0, initialsShown)
    .join("");
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent uppercase ${sizes[size]}`}
    >
      {letters || "?"}
    </span>
  );
}
