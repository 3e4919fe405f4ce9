import type { Language } from "../shared/language";
import { english } from "./english";
import { german } from "./german";
import type { Words } from "./words";

/** Every language whole: for the server, and for pages that bring no script. */
export const dictionaries: Record<Language, Words> = { en: english, de: german };
