import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cookie } from "@playwright/test";
import type { RepeatedChats } from "../../support/repeated-chats.ts";
import { type Subject, startMinimalNext, startOurs } from "../subjects.ts";

/** A server whose pages are measured. */
export type BrowserSubject = Subject & {
  name: "ours" | "minimal Next";
  cookies: readonly Cookie[];
  /** The address of a chat of that many messages. */
  longChat(count: number): string;
};

const sizeOf = ({ texts }: RepeatedChats["chats"][number]) => texts.length;

/** This app, and a minimal one beside it, with the same long chats. */
export async function startBrowserSubjects(
  modelAddress: string,
  long: RepeatedChats,
): Promise<BrowserSubject[]> {
  const histories = mkdtempSync(join(tmpdir(), "branchline-histories-"));
  for (const chat of long.chats)
    writeFileSync(join(histories, `${sizeOf(chat)}.json`), JSON.stringify(chat.texts));
  const minimal = await startMinimalNext(modelAddress, { HISTORIES: histories });
  const ours = await startOurs(modelAddress, long.directory);
  return [
    {
      ...minimal,
      name: "minimal Next",
      cookies: [],
      longChat: (count) => `${minimal.origin}/history/${count}`,
    },
    {
      ...ours,
      name: "ours",
      cookies: long.cookies,
      longChat(count) {
        const chat = long.chats.find((each) => sizeOf(each) === count);
        if (!chat) throw new Error(`There is no chat of ${count} messages.`);
        return `${ours.origin}/chat/${chat.chatId}`;
      },
    },
  ];
}
