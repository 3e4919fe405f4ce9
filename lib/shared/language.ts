/** The languages the interface speaks, as BCP 47 tags; the first is spoken to whoever asks for none of them. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as somebody who speaks no other one looks for it. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

/** The cookie that holds a person's own choice; without it the browser's wishes count. */
export const languageCookie = "branchline-language";

export function isLanguage(value: string | undefined): value is Language {
  return languages.some((language) => language === value);
}
