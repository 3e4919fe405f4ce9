/** @param seconds how long somebody has to wait at most */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${seconds} Sekunden`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} Minuten` : `${Math.ceil(minutes / 60)} Stunden`;
}

export function exactly(milliseconds: number): string {
  const [count, one, many] =
    milliseconds >= 120_000
      ? [milliseconds / 60_000, "Minute", "Minuten"]
      : [milliseconds / 1_000, "Sekunde", "Sekunden"];
  const rounded = Math.round(count * 10) / 10;
  return `${rounded.toLocaleString("de")} ${rounded === 1 ? one : many}`;
}

const clock = new Intl.DateTimeFormat("de", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** @param moment ISO 8601 */
export function at(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : `${clock.format(date)} UTC`;
}
