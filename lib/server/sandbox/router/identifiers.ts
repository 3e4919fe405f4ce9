import { createHash, randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Cryptographically random base 62; every character carries 5.95 bits. */
function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

const words = [
  "amber",
  "anchor",
  "birch",
  "cedar",
  "cinder",
  "clover",
  "cobalt",
  "copper",
  "coral",
  "delta",
  "ember",
  "falcon",
  "fern",
  "flint",
  "gate",
  "harbor",
  "hazel",
  "indigo",
  "ivory",
  "juniper",
  "lantern",
  "load",
  "maple",
  "meadow",
  "nectar",
  "opal",
  "pebble",
  "quartz",
  "raven",
  "ridge",
  "saffron",
  "slate",
  "spruce",
  "tide",
  "umber",
  "velvet",
  "willow",
  "zephyr",
];

/** A short word, as the hosted service uses them for workflow sessions. */
export function randomWord(): string {
  return words[randomInt(words.length)] ?? "load";
}

export const newSessionId = () => `trs_${randomText(12)}`;
export const newAccountId = () => `ca_${randomText(12)}`;
export const newLogId = () => `log_${randomText(12)}`;
export const newWordId = (toolkit: string) => `${toolkit}_${randomWord()}-${randomWord()}`;

/** 142 bits: whoever holds it may decide the link, once. */
export const newLinkToken = () => `lk_${randomText(24)}`;

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The id of the toolkit's one managed auth config; the same on every machine. */
export function authConfigId(toolkit: string): string {
  return `ac_${sha256(`auth-config:${toolkit}`).slice(0, 12)}`;
}
