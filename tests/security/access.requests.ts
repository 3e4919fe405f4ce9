import { absentIds, type Entry, entries, type Ids } from "./access.routes";
import type { Occupant } from "./support/occupied-server";
import type { Visitor } from "./visitor";

/** The table of requests in its order. */
export const listed = Object.entries(entries);
const methodOf = (key: string) => key.split(" ")[0] ?? "";
export const isPage = (entry: Entry) => !/^\/(api|sandbox)\/|\/open$/.test(entry.path(absentIds()));

export type Answer = { status: number; headers: Headers; text: string };

/** Of an event stream, the beginning: it may have no end. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream"))
    return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

type More = { query?: string; headers?: Record<string, string>; body?: object };

/** What a browser asks for when it moves from one page to another without a new document. */
const asData: More = { query: "_rsc", headers: { rsc: "1" } };

/** The forms in which a browser asks for it. */
export const formsOf = (entry: Entry): More[] => (isPage(entry) ? [{}, asData] : [{}]);

/** Makes a request of the table. Nobody's cookies change on the way. */
export async function ask(
  visitor: Visitor,
  [key, entry]: [string, Entry],
  ids: Ids,
  more: More = {},
): Promise<Answer> {
  const path = entry.path(ids);
  const body = entry.body && JSON.stringify({ ...entry.body(ids), ...more.body });
  const query = more.query ? `${path.includes("?") ? "&" : "?"}${more.query}` : "";
  const response = await visitor.copy().fetch(`${path}${query}`, {
    method: methodOf(key),
    headers: { ...more.headers, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body } : {}),
  });
  return { status: response.status, headers: response.headers, text: await textOf(response) };
}

/** The owner's words that an answer carries, beside those that whoever has a share's address may read. */
export function leaks({ headers, text }: Answer, entry: Entry, owner: Occupant): string[] {
  const { secret, shared } = owner;
  const whole = `${JSON.stringify([...headers])}${text}`;
  const kept = entry.access === "holder" ? secret : [...secret, ...shared];
  return kept.filter((word) => whole.includes(word)).map((word) => `it says ${word}`);
}

/** What is wrong with a server that answers like this. */
export const brokenOf = ({ status }: Answer, entry: Entry) =>
  status >= 500 && !entry.alwaysFails ? [`status ${status}`] : [];

/** An answer without what differs between any two: what the request itself named, and in a page its nonce and the time. */
export function comparable({ status, headers, text }: Answer, ids: Ids): string {
  const type = headers.get("content-type") ?? "";
  const said = type.startsWith("text/html") ? text.replaceAll(/<script.*?<\/script>/gs, "") : text;
  const unnamed = Object.values(ids).reduce((rest, id) => rest.replaceAll(id, "id"), said);
  const untimed = unnamed.replaceAll(/nonce="[^"]*"|"renderedAt":\d+/g, "");
  // The parts of a page's data come in whatever order they are ready.
  return `${status} ${type} ${type.startsWith("text/x-component") ? "" : untimed}`;
}

/** Whether a stranger was told to sign in. */
export function turnedAway({ status, headers, text }: Answer, entry: Entry): boolean {
  if (!isPage(entry)) return status === 401 && headers.get("cache-control") === "no-store";
  if (status === 307) return headers.get("location")?.startsWith("/signin") === true;
  // As data, a page tells its router in its text where to go.
  return status === 200 && /NEXT_REDIRECT;\w+;\/signin/.test(text);
}
