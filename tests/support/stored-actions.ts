import { randomUUID } from "node:crypto";
import { database } from "@/lib/server/database/connection";
import { action, chat, run } from "@/lib/server/database/schema";
import type { ActionState, ToolClass } from "@/lib/shared/action";

export type StoredAction = {
  tool?: string;
  toolClass?: ToolClass;
  state?: ActionState;
  arguments?: Record<string, unknown>;
  accountName?: string;
  decision?: "approved" | "denied";
  reason?: string;
};

/** Writes a chat with actions that stand where they are said to, without a run that would have brought them there. */
export async function storeActions(
  userId: string,
  title: string,
  actions: readonly StoredAction[],
): Promise<string> {
  const storage = await database();
  const chatId = randomUUID();
  const runId = randomUUID();
  await storage.insert(chat).values({ id: chatId, userId, title });
  const outcome = { status: "done" as const };
  const ids = { id: runId, requestId: runId, userMessageId: randomUUID(), messageId: randomUUID() };
  await storage.insert(run).values({ ...ids, chatId, userId, status: "ended", outcome });
  const rows = actions.map((given, index) => {
    const state = given.state ?? { status: "succeeded" as const, result: { name: "main" } };
    const decided = { decidedBy: userId, decidedAt: new Date(), decisionReason: given.reason };
    return {
      id: randomUUID(),
      userId,
      chatId,
      runId,
      toolCallId: "call_1",
      index,
      tool: given.tool ?? "BITBUCKET_GET_BRANCH",
      toolkit: "bitbucket",
      toolClass: given.toolClass ?? ("read" as const),
      accountName: given.accountName,
      arguments: given.arguments ?? {},
      argumentsHash: "",
      status: state.status,
      state,
      result: "result" in state ? state.result : undefined,
      decision: given.decision,
      ...(given.decision ? decided : {}),
    };
  });
  await storage.insert(action).values(rows);
  return chatId;
}
