import type { Words } from "@/lib/language/words";
import type { ChatSummary } from "@/lib/shared/api";

type Day = keyof Words["chat"]["list"]["days"];
export type ChatGroup = { day: Day; chats: ChatSummary[] };

const minute = 60_000;
const day = 24 * 60 * minute;

const spans: { day: Day; days: number }[] = [
  { day: "today", days: 0 },
  { day: "yesterday", days: 1 },
  { day: "lastWeek", days: 7 },
  { day: "lastMonth", days: 30 },
  { day: "older", days: Number.POSITIVE_INFINITY },
];

/**
 * Sorts chats, newest first, under the day they were last used. `now` is in milliseconds since 1970; `zoneOffset` is what
 * `Date.getTimezoneOffset()` says, in minutes, because a day begins where the reader is.
 */
export function groupChats(chats: ChatSummary[], now: number, zoneOffset: number): ChatGroup[] {
  const dayOf = (time: number) => Math.floor((time - zoneOffset * minute) / day);
  const today = dayOf(now);
  const groups = new Map<Day, ChatSummary[]>();
  for (const chat of chats) {
    const age = today - dayOf(Date.parse(chat.updatedAt));
    const group = spans.find((span) => age <= span.days)?.day ?? "older";
    groups.set(group, [...(groups.get(group) ?? []), chat]);
  }
  return [...groups].map(([group, members]) => ({ day: group, chats: members }));
}
