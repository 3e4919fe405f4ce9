import "server-only";
import { SpanKind, trace } from "@opentelemetry/api";
import { instruments, secondsSince } from "./instruments.ts";
import { errorAttributes, inSpan } from "./spans.ts";

/** Characters of a statement that are told. */
const textLimit = 2_000;

/** A statement without the values in it; those beside it are never looked at. */
export function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, "?")
    .replace(/(?<![\w$"])\d+(?:\.\d+)?\b/g, "?")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, textLimit);
}

/** What a statement does and to which table: `SELECT chat`. */
export function summaryOf(text: string): { operation: string; table: string | undefined } {
  const [first = ""] = text.trimStart().split(/[\s(;]/, 1);
  const operation = first.toUpperCase();
  const [, table] =
    /\b(?:from|into|update|join)\s+(?:"?public"?\.)?"?([a-z_]+)"?/i.exec(text) ?? [];
  return { operation, table };
}

async function observe<Result>(text: string, send: () => Promise<Result>): Promise<Result> {
  const { operation, table } = summaryOf(text);
  const common = { "db.system.name": "postgresql", "db.operation.name": operation };
  const start = performance.now();
  let failure = {};
  const timed = async () => {
    try {
      return await send();
    } catch (error) {
      failure = errorAttributes(error);
      throw error;
    } finally {
      instruments()?.statementDuration.record(secondsSince(start), { ...common, ...failure });
    }
  };
  // What nobody waits for – leases, sweeps, the log of all runs – would make a trace of each statement.
  if (!trace.getActiveSpan()?.isRecording()) return timed();
  const attributes = {
    ...common,
    ...(table ? { "db.collection.name": table } : {}),
    "db.query.text": withoutValues(text),
  };
  const name = table ? `${operation} ${table}` : operation;
  return inSpan(name, { kind: SpanKind.CLIENT, attributes }, timed);
}

const textOf = (statement: unknown): string => {
  if (typeof statement === "string") return statement;
  const described = typeof statement === "object" && statement !== null && "text" in statement;
  return described && typeof statement.text === "string" ? statement.text : "";
};

/** What statements are sent by: a pool, one of its clients, an embedded database, a transaction on it. */
type Sender = { query: unknown };

const observed = new WeakSet<Sender>();

/**
 * Has a sender tell of its statements. Those with a callback are left alone: that is how a pool hands a statement, which was
 * told of, to one of its clients.
 */
export function observeStatements<Target extends Sender>(target: Target): Target {
  if (observed.has(target) || typeof target.query !== "function") return target;
  observed.add(target);
  const send = target.query.bind(target);
  const query = (...request: unknown[]) =>
    typeof request.at(-1) === "function"
      ? send(...request)
      : observe(textOf(request[0]), () => send(...request));
  return Object.assign(target, { query });
}
