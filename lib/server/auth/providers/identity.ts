import "server-only";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { readAddress } from "../email.ts";

/** Who a provider says that somebody is. */
export type Identity = {
  issuer: string;
  subject: string;
  name: string;
  /** The addresses the provider has verified, in their stored form; the one it prefers first. */
  emails: string[];
};

const longestName = 100;

/** The first of these that is a name to be shown; a provider may give none, or one with what cannot be seen. */
export function shownName(...names: (string | null | undefined)[]): string {
  const [name = "?"] = names.flatMap((one) => one?.trim() || []);
  return [...revealHiddenCharacters(name)].slice(0, longestName).join("");
}

/** Verified addresses in their stored form, without what is none. */
export const storedAddresses = (addresses: readonly string[]) =>
  addresses.flatMap((address) => readAddress(address) ?? []);
