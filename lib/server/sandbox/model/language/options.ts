import { findOrdinal } from "./numbers";

/** Words that come with any answer. */
const filler = new Set(
  "the one ones this that it about please with for and branch repository repo issue pull request".split(
    " ",
  ),
);

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\w./#-]*[\w]/g) ?? [];
}

/** The option an answer means: by its place, its name, the last part of its name, or a word that fits one of them only. */
export function matchOption(answer: string, options: readonly string[]): string | undefined {
  const wanted = answer
    .trim()
    .toLowerCase()
    .replace(/^["'`]|["'`.!]$/g, "");
  const exact = options.find((option) => option.toLowerCase() === wanted);
  if (exact) return exact;
  const place = findOrdinal(answer, options.length);
  if (place !== undefined) return options[place];
  const words = tokens(answer).map((word) => word.replace(/^#/, ""));
  const named = options.filter((option) => {
    const name = option.toLowerCase().replace(/^#/, "");
    return words.includes(name) || words.includes(name.split("/").at(-1) ?? name);
  });
  if (named.length === 1) return named[0];
  const partly = options.filter((option) =>
    words.some(
      (word) => word.length > 2 && !filler.has(word) && option.toLowerCase().includes(word),
    ),
  );
  return partly.length === 1 ? partly[0] : undefined;
}
