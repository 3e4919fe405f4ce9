import "server-only";
import { randomUUID } from "node:crypto";

const processKey = Symbol.for("branchline.process-id");
const holder = globalThis as { [processKey]?: string };

/** This process among all that share a database; new at every start. */
export function processId(): string {
  holder[processKey] ??= randomUUID();
  return holder[processKey];
}
