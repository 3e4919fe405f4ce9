import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** On whose behalf something is done: identifiers that every line of the log about it carries. */
export type LogContext = { request?: string; run?: string; user?: string };

// On the global object, because a bundler may load this module twice.
const storageKey = Symbol.for("branchline.log-context");
const holder = globalThis as { [storageKey]?: AsyncLocalStorage<LogContext> };
const storage = () => {
  holder[storageKey] ??= new AsyncLocalStorage();
  return holder[storageKey];
};

export function logContext(): LogContext {
  return storage().getStore() ?? {};
}

/** Does work, and all that follows from it, in a context of its own; nothing of the one around it is kept. */
export function inLogContext<Result>(context: LogContext, work: () => Result): Result {
  return storage().run({ ...context }, work);
}

/** Puts all that follows in the current chain of calls into a context: for where there is no work to wrap. */
export function enterLogContext(context: LogContext): void {
  storage().enterWith({ ...context });
}

/** Adds what has become known of the context this runs in; without one, nothing is kept. */
export function addToLogContext(known: LogContext): void {
  const current = storage().getStore();
  if (current) Object.assign(current, known);
}
