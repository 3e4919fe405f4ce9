import type { ChatSummary } from "@/lib/shared/api";

export type ChatGroup = { name: string; chats: ChatSummary[] };

const minute = 60_000;
const day = 24 * 60 * minute;

const spans = [
  { name: "Today", days: 0 },
  { name: "Yesterday", days: 1 },
  { name: "Last 7 days", days: 7 },
  { name: "Last 30 days", days: 30 },
  { name: "Older", days: Number.POSITIVE_INFINITY },
];

/**
 * Sorts chats, newest first, under the day they were last used. `now` is in milliseconds since 1970; `zoneOffset` is what
 * `Date.getTimezoneOffset()` says, in minutes, because a day begins where the reader is.
 */
export function groupChats(chats: ChatSummary[], now: number, zoneOffset: number): ChatGroup[] {
  const dayOf = (time: number) => Math.floor((time - zoneOffset * minute) / day);
  const today = dayOf(now);
  const groups = new Map<string, ChatSummary[]>();
  for (const chat of chats) {
    const age = today - dayOf(Date.parse(chat.updatedAt));
    const name = spans.find((span) => age <= span.days)?.name ?? "Older";
    groups.set(name, [...(groups.get(name) ?? []), chat]);
  }
  return [...groups].map(([name, members]) => ({ name, chats: members }));
}
