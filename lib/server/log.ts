import "server-only";

type Fields = Record<string, string | number | boolean | undefined>;

function write(level: "info" | "warn" | "error", event: string, fields: Fields = {}) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
  if (level === "info") console.info(line);
  else if (level === "warn") console.warn(line);
  else console.error(line);
}

/** Name and message only: bodies, headers and stacks of foreign errors may carry keys or a person's words. */
function describe(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause =
    error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : undefined;
  return { error: `${error.name}: ${error.message}`.slice(0, 500), cause: cause?.slice(0, 500) };
}

/** One JSON object a line. Fields are identifiers and counts, never content. */
export const log = {
  info: (event: string, fields?: Fields) => write("info", event, fields),
  warn: (event: string, fields?: Fields) => write("warn", event, fields),
  error: (event: string, error: unknown, fields?: Fields) =>
    write("error", event, { ...fields, ...describe(error) }),
};
