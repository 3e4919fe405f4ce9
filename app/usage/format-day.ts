import type { Language } from "@/lib/shared/language";

/** A date in UTC, such as 2026-11-23, for people. */
export const formatDay = (day: string, language: Language) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
