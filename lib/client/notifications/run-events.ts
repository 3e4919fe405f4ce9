import type { ChatSummary } from "@/lib/shared/api";

/** Something that a person may want to be told of: an answer has ended, or waits for them. */
export type RunEvent = { kind: "ended" | "waiting"; chatId: string; title: string };

type Listed = Pick<ChatSummary, "id" | "title" | "activity">;

const kindOf = { running: null, waiting: "waiting", idle: "ended" } as const;

/** What has happened between two looks at the list of chats. One that is new to it and waits began to in between. */
export function runEvents(before: readonly Listed[], after: readonly Listed[]): RunEvent[] {
  const was = new Map(before.map(({ id, activity }) => [id, activity]));
  return after.flatMap(({ id, title, activity }): RunEvent[] => {
    const earlier = was.get(id);
    const kind = kindOf[activity];
    if (kind === null || earlier === activity) return [];
    if (earlier === undefined && kind !== "waiting") return [];
    return [{ kind, chatId: id, title }];
  });
}
