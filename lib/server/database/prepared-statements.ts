import "server-only";
import { protocol } from "@electric-sql/pglite";

/** Statements that a session keeps. Few of ours have texts of their own; those with a list in them have many. */
const keptLimit = 256;

/** Characters of a text past which a statement is not kept: rows written by the hundred, each time others. */
const textLimit = 4_000;

/** A statement that the session has read and knows the types of; without a name only until the next of that kind. */
export type PreparedStatement = { name: string; parameterTypes: readonly number[] };

/**
 * What one session of a database keeps ready, by the texts of the statements: read once, they are only executed from then on.
 * The one that was not asked for the longest is given up first.
 */
export class PreparedStatements {
  readonly #kept = new Map<string, PreparedStatement>();
  #named = 0;

  /** The statement of this text, if it is kept. */
  find(text: string): PreparedStatement | undefined {
    const statement = this.#kept.get(text);
    if (!statement) return undefined;
    this.#kept.delete(text);
    this.#kept.set(text, statement);
    return statement;
  }

  /** A name for a text that is not kept yet. */
  nameFor(text: string): string {
    return text.length > textLimit ? "" : `kept_${this.#named++}`;
  }

  /** Keeps a statement that the session has read. Answers the messages that make it give up another, if it has to. */
  keep(text: string, statement: PreparedStatement): Uint8Array[] {
    if (statement.name === "") return [];
    this.#kept.set(text, statement);
    const [oldest] = this.#kept;
    if (!oldest || this.#kept.size <= keptLimit) return [];
    this.#kept.delete(oldest[0]);
    return [protocol.serialize.close({ type: "S", name: oldest[1].name })];
  }
}
