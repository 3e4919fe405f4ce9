import type { ErrorView } from "../shared/error";
import { textIn } from "./sentence";
import type { Words } from "./words";

/** An error's words, with what a translation needs. */
export type ErrorWords = Pick<ErrorView, "message" | "hint" | "said">;

/** An error by what dictionaries say of it; what they do not know stays as it was said. */
export function translateError(
  { message, hint, said }: ErrorWords,
  { common, errors }: Pick<Words, "common"> & Partial<Pick<Words, "errors">>,
): { message: string; hint: string | undefined } {
  const all = { ...common.failures, ...errors };
  const translated = (key: keyof NonNullable<typeof said>) => said?.[key] && textIn(all, said[key]);
  return { message: translated("message") ?? message, hint: translated("hint") ?? hint };
}

/** Whether an error names texts that are in no room but `errors`. */
export function needsErrorRoom({ said }: ErrorWords, { common }: Pick<Words, "common">): boolean {
  return Object.values(said ?? {}).some(
    (text) => text && !Object.hasOwn(common.failures, text.key),
  );
}
