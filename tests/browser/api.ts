import { type APIResponse, expect, type Page } from "@playwright/test";
import { z } from "zod";

/** Where a page's own server is. */
const originOf = (page: Page) => new URL(page.url()).origin;

/** A call that changes something, as a page of ours would make it, with this page's session. */
export function send(
  page: Page,
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  data?: unknown,
): Promise<APIResponse> {
  const headers = { origin: originOf(page), "content-type": "application/json" };
  return page.request.fetch(`${originOf(page)}${path}`, {
    method,
    headers,
    ...(data === undefined ? {} : { data }),
  });
}

const chatSchema = z.object({
  live: z.boolean(),
  messages: z.array(
    z.object({
      id: z.string(),
      role: z.string(),
      parts: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});

/** A chat as the server has it. */
export async function readChat(page: Page, path: string) {
  const response = await page.request.get(
    `${originOf(page)}/api${path.replace("/chat/", "/chats/")}`,
  );
  return chatSchema.parse(await response.json());
}

/** The id of the approval that a chat waits for, as its live stream tells it. */
export async function pendingApproval(page: Page, path: string): Promise<string> {
  const stream = `/api${path.replace("/chat/", "/chats/")}/stream?after=0`;
  const id = await page.evaluate(async (address) => {
    const response = await fetch(address);
    let text = "";
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      const approvalId = /"approvalId":"([^"]+)"/.exec(text)?.[1];
      if (approvalId) return approvalId;
    }
    return null;
  }, stream);
  if (!id) throw new Error("No approval waits in this chat.");
  return id;
}

const auditSchema = z.object({
  actions: z.array(
    z.object({
      tool: z.string(),
      status: z.string(),
      decision: z.string().nullable(),
      decidedBy: z.string().nullable(),
      arguments: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** The audit trail of this page's user, the oldest first. */
export async function auditTrail(page: Page) {
  const response = await page.request.get(`${originOf(page)}/api/actions`);
  return auditSchema.parse(await response.json()).actions.reverse();
}

/** Connects Bitbucket without a screen, by the same calls a browser makes. */
export async function connectSilently(page: Page, username = "jane-acme"): Promise<void> {
  const attempt = await send(page, "POST", "/api/connections", { toolkit: "bitbucket" });
  const { path } = z.object({ path: z.string() }).parse(await attempt.json());
  const opened = await page.request.post(`${originOf(page)}${path}/open`, {
    headers: { origin: originOf(page) },
    maxRedirects: 0,
  });
  const [, address = ""] = /^0; url=(.+)$/.exec(opened.headers().refresh ?? "") ?? [];
  const consent = new URL(address, originOf(page)).href;
  const returned = await page.request.post(consent, {
    headers: { origin: originOf(page) },
    form: { identity: username, decision: "allow" },
  });
  expect(returned.ok()).toBe(true);
}
