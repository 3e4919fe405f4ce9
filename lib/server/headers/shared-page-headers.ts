import "server-only";
import { scriptlessPolicy } from "./content-security-policy.ts";

/** Of a shared copy, and of what stands in its place when there is none: no script, no frame, kept by nobody. */
export const sharedPageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": scriptlessPolicy,
  "cache-control": "no-store",
  // By who reads, and in which language.
  vary: "cookie, accept-language",
};
