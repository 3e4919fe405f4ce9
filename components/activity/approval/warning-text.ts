import { textIn } from "@/lib/language/sentence";
import type { Words } from "@/lib/language/words";
import type { Said } from "@/lib/shared/error";

/** Warnings in their reader's language; what no dictionary knows stays as it was said. Each once. */
export function warningTexts(
  { warnings, said = {} }: { warnings: readonly string[]; said?: Record<string, Said> | undefined },
  words: Words["activity"]["warnings"],
): string[] {
  const texts = warnings.map((warning) => {
    const known = Object.hasOwn(said, warning) ? said[warning] : undefined;
    return (known && textIn(words, known)) ?? warning;
  });
  return [...new Set(texts)];
}
