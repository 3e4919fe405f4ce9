import { createHash } from "node:crypto";

/** A UUID in braces that is the same for the same name on every machine. */
export function seedUuid(name: string): string {
  const hex = digest(name);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return `{${[...parts, hex.slice(20, 32)].join("-")}}`;
}

/** In the form of an Atlassian account id. */
export function seedAccountId(name: string): string {
  return `712020:${seedUuid(`account id ${name}`).slice(1, -1)}`;
}

/** A number from 0 (included) to 1 (excluded) that looks random and is the same for the same name. */
export function seedFraction(name: string): number {
  return Number.parseInt(digest(name).slice(0, 8), 16) / 2 ** 32;
}

function digest(name: string): string {
  return createHash("sha256").update(`branchline ${name}`).digest("hex");
}
