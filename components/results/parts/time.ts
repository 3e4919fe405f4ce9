import type { Language } from "@/lib/shared/language";

/** What costs much to make, made once for each language that asks for it. */
function byLanguage<Format>(make: (language: Language) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>();
  return (language) => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

/** A way to write dates, in each language. */
export const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  byLanguage((language) => new Intl.DateTimeFormat(language, options));

const relative = byLanguage(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
);
const tenths = byLanguage(
  (language) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

const steps: ReadonlyArray<[unit: Intl.RelativeTimeFormatUnit, seconds: number]> = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** `3 hours ago`, `yesterday`, `in 9 minutes`; `justNow` under a minute. Times are in milliseconds since 1970. */
export function formatRelativeTime(
  time: number,
  now: number,
  language: Language,
  justNow: string,
): string {
  const seconds = (time - now) / 1_000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) {
      return relative(language).format(Math.trunc(seconds / length), unit);
    }
  }
  return justNow;
}

/** `3.4 s`, `42 s`, `1 min 5 s`, `2 h 10 min`. Takes milliseconds; a negative length, from clocks that disagree, counts as none. */
export function formatDuration(milliseconds: number, language: Language): string {
  const seconds = Math.max(0, milliseconds) / 1_000;
  if (seconds < 9.95) return `${tenths(language).format(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds since 1970, or undefined for what is no ISO 8601 date. */
export function parseTime(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
