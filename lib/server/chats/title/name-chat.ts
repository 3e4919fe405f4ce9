import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { textOf } from "@/lib/shared/message-text";
import { modelError } from "../../agent/model-error.ts";
import { modelFor } from "../../agent/models.ts";
import { suggestTitle } from "../../agent/suggest-title.ts";
import { database } from "../../database/connection.ts";
import { chat, message } from "../../database/schema.ts";
import { log } from "../../log.ts";
import type { RunRow } from "../../runs/claim.ts";
import { indexText } from "../../search/index-text.ts";
import { storableText } from "../../storable.ts";
import { modelMeter } from "../../usage/meter.ts";
import { shortTitle } from "./short-title.ts";

/** Seconds that the model may take. */
const patience = 30;
const titleLength = 80;

const unnamed = (chatId: string) => and(eq(chat.id, chatId), eq(chat.titleOrigin, "excerpt"));

/** Whether the chat is to be given a title by the model now: nobody has named it, and the model was not asked before. */
export async function expectTitle(chatId: string): Promise<boolean> {
  const expecting = await (await database())
    .update(chat)
    .set({ namingUntil: sql`now() + make_interval(secs => ${patience})` })
    .where(and(unnamed(chatId), isNull(chat.namingUntil)))
    .returning({ id: chat.id });
  return expecting.length > 0;
}

/** What a model says when it is asked for a title, without what it may put around it. */
export function readTitle(answer: string): string {
  const [line = ""] = answer.trim().split("\n");
  const bare = line
    .replace(/^(?:#+\s*|title:\s*)+/i, "")
    .replace(/^["'“„«*_`]+|["'”“»*_`.]+$/g, "");
  return shortTitle(storableText(bare), titleLength);
}

async function findTitle({ userId, chatId, userMessageId }: RunRow): Promise<string> {
  const [asked] = await (await database())
    .select({ parts: message.parts, chosen: chat.model })
    .from(message)
    .innerJoin(chat, eq(chat.id, message.chatId))
    .where(and(eq(message.id, userMessageId), eq(message.chatId, chatId)));
  const words = asked && textOf(asked);
  if (!asked || !words) return "";
  const signal = AbortSignal.timeout(patience * 1_000);
  const model = await modelFor(asked.chosen);
  const meter = modelMeter({ userId, chatId, messageId: null, model });
  return readTitle(await suggestTitle({ model, meter, words, signal }));
}

/** Has the model name a chat by what a person asked for in it. Whoever renames it meanwhile wins. Never throws. */
export async function nameChat(run: RunRow): Promise<void> {
  const storage = await database();
  const decided = { namingUntil: sql`now()` };
  try {
    const title = await findTitle(run).catch((error: unknown) => {
      log.warn("title.failed", { run: run.id, code: modelError(error).code });
      return "";
    });
    if (title) {
      const named = { title, titleOrigin: "model" as const };
      await storage.transaction(async (transaction) => {
        const taken = await transaction
          .update(chat)
          .set(named)
          .where(unnamed(run.chatId))
          .returning({ id: chat.id });
        const { chatId, userId } = run;
        const entry = { kind: "title" as const, id: chatId, chatId, userId, text: title };
        if (taken.length > 0) await indexText(transaction, entry);
      });
    }
    await storage.update(chat).set(decided).where(eq(chat.id, run.chatId));
  } catch (error) {
    log.error("title.not_saved", error, { run: run.id });
  }
}
