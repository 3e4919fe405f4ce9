import "server-only";
import { mkdirSync, statfsSync } from "node:fs";
import { PGlite, parse, protocol, type Results, type Transaction } from "@electric-sql/pglite";
import { DatabaseLostError } from "./lost.ts";
import { type PreparedStatement, PreparedStatements } from "./prepared-statements.ts";

/** Bytes of one file of the write-ahead log, which is made whole. */
export const logFileSize = 16 * 1024 * 1024;

/** Free bytes on the disk of a folder without which the database is not opened: it may have to begin a log file at once. */
const neededToOpen = 2 * logFileSize;

const diskFull = "53100";

/** Free bytes on the disk of a folder. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

const isOrdinary = (error: unknown) =>
  error instanceof Error && "severity" in error && error.severity === "ERROR";

type Options = Parameters<PGlite["query"]>[2];

const { serialize } = protocol;

/**
 * PGlite that keeps its statements prepared and asks for each in one exchange (docs/decisions/032-prepared-statements.md), and
 * that is never asked again once it has failed for good. After a panic – a write-ahead log that cannot grow on a full disk is
 * one – its next query would spin for ever, and the whole process with it.
 */
export class Engine extends PGlite {
  readonly #statements = new PreparedStatements();
  #failure: DatabaseLostError | undefined;

  /** Set once it can be used no longer; another one has to be opened on the same folder. */
  get failure(): DatabaseLostError | undefined {
    return this.#failure;
  }

  override async query<Row>(
    text: string,
    values: readonly unknown[] = [],
    options?: Options,
  ): Promise<Results<Row>> {
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#ask<Row>(text, values, options));
  }

  override transaction<Result>(work: (transaction: Transaction) => Promise<Result>) {
    return super.transaction((transaction) => {
      const query = <Row>(text: string, values: readonly unknown[] = [], options?: Options) => {
        if (transaction.closed) throw new Error("The transaction has ended.");
        return this.#ask<Row>(text, values, options);
      };
      return work(Object.assign(transaction, { query }));
    });
  }

  async #ask<Row>(text: string, values: readonly unknown[], options: Options) {
    return this._runExclusiveQuery(async (): Promise<Results<Row>> => {
      const syncToFs = !this.isInTransaction();
      const { name, parameterTypes } = await this.#prepared(text);
      const written = values.map((value, index) => {
        if (value === null || value === undefined) return null;
        const write = this.serializers[parameterTypes[index] ?? ""];
        return write ? write(value) : String(value);
      });
      const answer = await this.execProtocolStream(
        Buffer.concat([
          serialize.bind({ statement: name, values: written }),
          serialize.describe({ type: "P" }),
          serialize.execute({}),
          serialize.sync(),
        ]),
        { syncToFs },
      );
      // By inheritance: a copy of all parsers for each statement costs more than reading its rows.
      const parsers = Object.assign(Object.create(this.parsers), options?.parsers);
      const rowMode = options?.rowMode;
      const [result] = parse.parseResults(answer, parsers, rowMode ? { rowMode } : {});
      return result as Results<Row>;
    });
  }

  async #prepared(text: string): Promise<PreparedStatement> {
    const kept = this.#statements.find(text);
    if (kept) return kept;
    const name = this.#statements.nameFor(text);
    const described = await this.execProtocolStream(
      Buffer.concat([
        serialize.parse({ name, text }),
        serialize.describe({ type: "S", name }),
        serialize.sync(),
      ]),
      { syncToFs: false },
    );
    const statement = { name, parameterTypes: parse.parseDescribeStatementResults(described) };
    for (const message of this.#statements.keep(text, statement))
      await this.execProtocolStream(Buffer.concat([message, serialize.sync()]), {
        syncToFs: false,
      });
    return statement;
  }

  /** All queries come through here. */
  override async execProtocolStream(
    ...request: Parameters<PGlite["execProtocolStream"]>
  ): ReturnType<PGlite["execProtocolStream"]> {
    if (this.#failure) throw this.#failure;
    try {
      return await super.execProtocolStream(...request);
    } catch (cause) {
      if (isOrdinary(cause)) throw cause;
      this.#failure = new DatabaseLostError("The embedded database has failed.", { cause });
      throw this.#failure;
    }
  }
}

/**
 * Opens PGlite in a folder; what an earlier engine wrote there without closing is replayed.
 *
 * @throws DatabaseLostError when the disk has no room for its log, or the folder cannot be read as a database
 */
export async function openEngine(directory: string): Promise<Engine> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (freeBytes(directory) < neededToOpen) {
    const megabytes = neededToOpen / 1024 / 1024;
    throw new DatabaseLostError(
      `The disk of ${directory} is full. Free at least ${megabytes} MB to open the database.`,
      { code: diskFull },
    );
  }
  const engine = new Engine(directory, {
    // The default of 128 MB is resident memory here; nothing this app asks needs it.
    postgresqlconf: ["shared_buffers=16MB"],
  });
  try {
    await engine.waitReady;
  } catch (cause) {
    throw new DatabaseLostError(`The database in ${directory} could not be opened.`, { cause });
  }
  return engine;
}
