import "server-only";
import Negotiator from "negotiator";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { dictionaries } from "../language/dictionaries";
import type { Words } from "../language/words";
import { isLanguage, type Language, languageCookie, languages } from "../shared/language";

/** A person's own choice, else the first of the browser's wishes that is spoken here, else English. */
export function chooseLanguage(choice: string | undefined, wishes: string | null): Language {
  if (isLanguage(choice)) return choice;
  const negotiator = new Negotiator({ headers: { "accept-language": wishes ?? "" } });
  const [best] = negotiator.languages([...languages]).filter(isLanguage);
  return best ?? languages[0];
}

/** The language of the request that is being answered. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return chooseLanguage(jar.get(languageCookie)?.value, sent.get("accept-language"));
});

/** All text of the interface, in the language of the request that is being answered. */
export async function requestWords(): Promise<Words> {
  return dictionaries[await requestLanguage()];
}
