import { randomBytes } from "node:crypto";
import type { SharedPage } from "@/lib/shared/sharing/page";

// Reached by the page that renders it, which is bundled apart from all else: not "server-only", and on the global object.
const handedOverKey = Symbol.for("branchline.handed-over-pages");
const holder = globalThis as { [handedOverKey]?: Map<string, SharedPage> };

function pages(): Map<string, SharedPage> {
  holder[handedOverKey] ??= new Map();
  return holder[handedOverKey];
}

/** Keeps what a page is to show until it is taken, under a ticket that nobody can guess. */
export function handOver(page: SharedPage): string {
  const ticket = randomBytes(16).toString("base64url");
  pages().set(ticket, page);
  return ticket;
}

/** Takes what was handed over under a ticket, once. */
export function takeOver(ticket: string): SharedPage | undefined {
  const page = pages().get(ticket);
  pages().delete(ticket);
  return page;
}
