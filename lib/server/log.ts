import "server-only";
import { trace } from "@opentelemetry/api";
import { revealHiddenCharacters } from "../shared/hidden-characters.ts";
import { logContext } from "./log-context.ts";
import { withholdSecrets } from "./withheld.ts";

type Fields = Record<string, string | number | boolean | undefined>;

/** Where traces are sent, the one that a line is of. */
function currentTrace(): Fields {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? { trace: span.spanContext().traceId } : {};
}

function write(level: "info" | "warn" | "error", event: string, fields: Fields = {}) {
  // Whoever reads a log reads it in a terminal: nothing in it may steer that, or be there and not be seen.
  const seen = Object.fromEntries(
    Object.entries({ ...logContext(), ...currentTrace(), ...fields }).map(([name, value]) => [
      name,
      typeof value === "string" ? revealHiddenCharacters(value) : value,
    ]),
  );
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...seen });
  if (level === "info") console.info(line);
  else if (level === "warn") console.warn(line);
  else console.error(line);
}

/** Keys of the router and of the model, and the tokens in links for signing in, also those of other installations. */
const secretPattern = /\b(?:ak|uak|oak|sk|lk|ln)[-_][\w-]{6,}/g;

function sentenceOf(error: Error): string {
  // A failed query names its parameters last: a person's words and what tools returned.
  const [message = ""] = error.message.split("\nparams:");
  return withholdSecrets(`${error.name}: ${message}`)
    .replace(secretPattern, "[withheld]")
    .slice(0, 500);
}

/** Name and message only: bodies, headers and stacks of foreign errors may carry keys or a person's words. */
function nameOf(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? sentenceOf(error.cause) : undefined;
  return { error: sentenceOf(error), cause };
}

/** One JSON object a line, with the ids of the request, run, user and trace it is about. Fields are identifiers and counts, never content. */
export const log = {
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, error: unknown, fields?: Fields) =>
    write("error", event, { ...fields, ...nameOf(error) }),
};
