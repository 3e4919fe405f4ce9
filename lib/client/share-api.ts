import type {
  ContinueShare,
  CreateShare,
  PreviewShare,
  SharePreview,
  ShareSummary,
  UpdateShare,
} from "@/lib/shared/sharing/api";
import { jsonRequest, request, requestJson } from "./request";

/** All of these throw RequestError. */
export function previewShare(
  chatId: string,
  chosen: PreviewShare,
  signal: AbortSignal,
): Promise<SharePreview> {
  const init = { ...jsonRequest("POST", chosen), signal };
  return requestJson(`/api/chats/${chatId}/shares/preview`, "sharePreview", init);
}

export function createShare(chatId: string, chosen: CreateShare): Promise<ShareSummary> {
  return requestJson(`/api/chats/${chatId}/shares`, "share", jsonRequest("POST", chosen));
}

export function updateShare(shareId: string, change: UpdateShare): Promise<ShareSummary> {
  return requestJson(`/api/shares/${shareId}`, "share", jsonRequest("PATCH", change));
}

/** The user's links, newest first; of one chat or of all. */
export async function listShares(chatId?: string): Promise<ShareSummary[]> {
  const query = chatId ? `?${new URLSearchParams({ chatId })}` : "";
  return (await requestJson(`/api/shares${query}`, "shares")).shares;
}

export async function revokeShare(shareId: string): Promise<void> {
  await request(`/api/shares/${shareId}`, jsonRequest("DELETE"));
}

export async function revokeAllShares(): Promise<void> {
  await request("/api/shares", jsonRequest("DELETE"));
}

/** Makes a chat of one's own from a copy; answers its id. */
export async function continueShare(copy: ContinueShare): Promise<string> {
  const made = await requestJson("/api/chats", "continuedChat", jsonRequest("POST", copy));
  return made.id;
}
