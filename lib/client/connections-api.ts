import type { Connections } from "@/lib/shared/connection";
import { jsonRequest, request, requestJson } from "./request";

const pathOf = (accountId: string) => `/api/connections/${encodeURIComponent(accountId)}`;

/**
 * The person's accounts, and as which of them a chat acts; without a chat, a new one. All of these throw RequestError.
 */
export function readConnections({
  chatId,
  signal,
}: {
  chatId?: string;
  signal?: AbortSignal;
} = {}): Promise<Connections> {
  const query = chatId ? `?chatId=${encodeURIComponent(chatId)}` : "";
  return requestJson(`/api/connections${query}`, "connections", signal ? { signal } : {});
}

/** Begins an attempt; its path is opened by a form of our own. */
export async function beginConnection(toolkit: string): Promise<string> {
  return (await requestJson("/api/connections", "attempt", jsonRequest("POST", { toolkit }))).path;
}

/** The names of the workspaces an account can reach; null when that cannot be said now. */
export async function readWorkspaces(
  accountId: string,
  signal: AbortSignal,
): Promise<string[] | null> {
  return (await requestJson(pathOf(accountId), "accountReach", { signal })).workspaces;
}

/** New chats act as this account. */
export async function makeDefault(accountId: string): Promise<void> {
  await request(pathOf(accountId), jsonRequest("PATCH", { isDefault: true }));
}

export async function removeAccount(accountId: string): Promise<void> {
  await request(pathOf(accountId), jsonRequest("DELETE"));
}
