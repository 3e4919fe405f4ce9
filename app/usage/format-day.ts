const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** A date in UTC, such as 2026-11-23, for people. */
export const formatDay = (day: string) => format.format(new Date(`${day}T00:00:00Z`));
