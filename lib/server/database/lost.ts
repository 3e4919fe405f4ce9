import "server-only";

const diskFull = "53100";
const cannotConnectNow = "57P03";

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** The database cannot be asked at the moment. `code` is an SQLSTATE, as with every failure of a database. */
export class DatabaseLostError extends Error {
  override name = "DatabaseLostError";
  readonly code: string;

  constructor(message: string, options: { code?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    const full = options.code === diskFull || codeOf(options.cause) === diskFull;
    this.code = full ? diskFull : cannotConnectNow;
  }
}
