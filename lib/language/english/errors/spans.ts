/** @param seconds how long somebody has to wait at most */
export function roughly(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

export function exactly(milliseconds: number): string {
  const [count, unit] =
    milliseconds >= 120_000 ? [milliseconds / 60_000, "minute"] : [milliseconds / 1_000, "second"];
  const rounded = Math.round(count * 10) / 10;
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
