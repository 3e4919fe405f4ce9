import { z } from "zod";
import { jsonRequest, request, requestJson } from "@/lib/client/request";
import { type ConnectedAccount, connectedAccountSchema } from "@/lib/shared/connection";

const accountsSchema = z.object({ accounts: z.array(connectedAccountSchema) });
const attemptSchema = z.object({ path: z.string().startsWith("/connect/") });

/** All of these throw RequestError. */
export async function listAccounts(): Promise<ConnectedAccount[]> {
  return (await requestJson("/api/connections", accountsSchema)).accounts;
}

/** Begins an attempt; its path is opened by a form of our own. */
export async function beginConnection(toolkit: string): Promise<string> {
  return (await requestJson("/api/connections", attemptSchema, jsonRequest("POST", { toolkit })))
    .path;
}

export async function removeAccount(accountId: string): Promise<void> {
  await request(`/api/connections/${encodeURIComponent(accountId)}`, jsonRequest("DELETE"));
}
