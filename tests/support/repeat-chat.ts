import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/server/database/connection";
import type { ChatMessage } from "@/lib/shared/message";
import { chat, message } from "../../lib/server/database/schema.ts";
import { markdownChapter } from "../bench/markdown.ts";

type Row = Pick<ChatMessage, "parts" | "metadata"> & { role: "user" | "assistant" };

/** Messages in one statement. */
const batchSize = 100;

/** Turns without tools: beside the six with thirteen tool calls that are recorded, 500 messages have about 300. */
const wordsOnly = [1, 2, 3, 4, 5].flatMap((number): Row[] => [
  { role: "user", parts: [{ type: "text", text: `What was found in chapter ${number}?` }] },
  {
    role: "assistant",
    parts: [{ type: "text", text: markdownChapter(number) }],
    metadata: { outcome: { status: "done" } },
  },
]);

/** The same parts as another message has them: with ids of their own. */
function ownParts(parts: Row["parts"]): Row["parts"] {
  const ids = new Set(parts.flatMap((part) => ("id" in part && part.id ? [part.id] : [])));
  let text = JSON.stringify(parts);
  for (const id of ids) text = text.replaceAll(id, randomUUID());
  return JSON.parse(text);
}

/**
 * Stores a chat of that many messages, which says over and over what another one says, and some answers in Markdown.
 *
 * @returns its id, and its messages in order
 */
export async function repeatChat(
  storage: Database,
  recordedId: string,
  count: number,
): Promise<{ chatId: string; messages: (Row & { id: string })[] }> {
  const [recorded] = await storage.select().from(chat).where(eq(chat.id, recordedId));
  if (!recorded) throw new Error("There is no such chat.");
  const { role, parts, metadata } = message;
  const own = await storage
    .select({ role, parts, metadata })
    .from(message)
    .where(eq(message.chatId, recordedId))
    .orderBy(asc(message.sequence));
  const turn = [...own, ...wordsOnly];
  const chatId = randomUUID();
  const { userId, title } = recorded;
  const messages = Array.from({ length: count }, (_message, index) => {
    const row = turn[index % turn.length];
    if (!row) throw new Error("There is nothing to repeat.");
    const { role, parts, metadata = {} } = row;
    return { id: randomUUID(), role, parts: ownParts(parts), metadata };
  });
  await storage.insert(chat).values({ id: chatId, userId, title, headId: messages.at(-1)?.id });
  const linked = messages.map((row, index) => ({
    ...row,
    chatId,
    parentId: messages[index - 1]?.id ?? chatId,
  }));
  for (let begin = 0; begin < linked.length; begin += batchSize)
    await storage.insert(message).values(linked.slice(begin, begin + batchSize));
  return { chatId, messages };
}
