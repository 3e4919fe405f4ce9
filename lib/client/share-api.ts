import { z } from "zod";
import {
  type ContinueShare,
  type CreateShare,
  type PreviewShare,
  type SharePreview,
  type ShareSummary,
  sharePreviewSchema,
  shareSummarySchema,
  type UpdateShare,
} from "@/lib/shared/sharing/api";
import { jsonRequest, request, requestJson } from "./request";

/** All of these throw RequestError. */
export function previewShare(
  chatId: string,
  chosen: PreviewShare,
  signal: AbortSignal,
): Promise<SharePreview> {
  const init = { ...jsonRequest("POST", chosen), signal };
  return requestJson(`/api/chats/${chatId}/shares/preview`, sharePreviewSchema, init);
}

export function createShare(chatId: string, chosen: CreateShare): Promise<ShareSummary> {
  return requestJson(
    `/api/chats/${chatId}/shares`,
    shareSummarySchema,
    jsonRequest("POST", chosen),
  );
}

export function updateShare(shareId: string, change: UpdateShare): Promise<ShareSummary> {
  return requestJson(`/api/shares/${shareId}`, shareSummarySchema, jsonRequest("PATCH", change));
}

/** The user's links, newest first; of one chat or of all. */
export async function listShares(chatId?: string): Promise<ShareSummary[]> {
  const query = chatId ? `?${new URLSearchParams({ chatId })}` : "";
  const schema = z.object({ shares: z.array(shareSummarySchema) });
  return (await requestJson(`/api/shares${query}`, schema)).shares;
}

export async function revokeShare(shareId: string): Promise<void> {
  await request(`/api/shares/${shareId}`, jsonRequest("DELETE"));
}

export async function revokeAllShares(): Promise<void> {
  await request("/api/shares", jsonRequest("DELETE"));
}

/** Makes a chat of one's own from a copy; answers its id. */
export async function continueShare(copy: ContinueShare): Promise<string> {
  const made = await requestJson(
    "/api/chats",
    z.object({ id: z.string() }),
    jsonRequest("POST", copy),
  );
  return made.id;
}
