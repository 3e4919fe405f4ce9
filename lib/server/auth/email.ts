import "server-only";
import { z } from "zod";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/**
 * An e-mail address in the one form it is stored and looked up in. Characters outside ASCII are refused before anything is
 * changed: some become ASCII when they are lowered or normalised, and one person's address would be another's.
 */
const addressSchema = z
  .string()
  .max(254)
  .trim()
  .regex(/^[\x21-\x7e]+$/)
  .toLowerCase()
  .pipe(z.email());

/** The stored form of an address, or null for what is none. */
export function readAddress(text: string): string | null {
  return addressSchema.safeParse(text).data ?? null;
}

/** @throws BranchlineError `invalid_request` */
export function requireAddress(text: string): string {
  const address = readAddress(text);
  if (address) return address;
  throw new BranchlineError("invalid_request", say("enterEmail"), { hint: say("plainAddress") });
}
