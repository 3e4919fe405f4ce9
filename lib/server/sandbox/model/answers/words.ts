import type { User } from "../data/shapes";

export type Noun = { one: string; many: string };

/** "1 branch", "3 branches". */
export function count(number: number, noun: Noun): string {
  return `${number} ${number === 1 ? noun.one : noun.many}`;
}

/** "a, b and c". */
export function enumerate(parts: readonly string[], last: "and" | "or" = "and"): string {
  const [head = "", ...tail] = parts;
  if (tail.length === 0) return head;
  return `${parts.slice(0, -1).join(", ")} ${last} ${tail.at(-1)}`;
}

/** The first few, and how many more there are. */
export function enumerateSome(parts: readonly string[], most = 5): string {
  const rest = parts.length - most;
  return rest > 0 ? `${parts.slice(0, most).join(", ")} and ${rest} more` : enumerate(parts);
}

export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

type Linked = { links?: { html?: { href: string } | undefined } | undefined };

/** A Markdown link where the object has an address, else its label alone. */
export function link(label: string, object: Linked | undefined): string {
  const address = object?.links?.html?.href;
  const safe = label.replace(/[[\]\\]/g, "\\$&");
  return address && /^https:\/\//.test(address) ? `[${safe}](${address})` : safe;
}

export function personName(user: User | null | undefined): string | undefined {
  return user?.display_name ?? user?.nickname ?? user?.username;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `feature/login-form` as a title: "Login form". */
export function titleFromBranch(branch: string): string {
  const last = branch.split("/").at(-1) ?? branch;
  return capitalize(last.replace(/[-_]+/g, " ").trim()) || branch;
}
