import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { connectSilently } from "../browser/api.ts";

/** Small talk, lists, a file, and a change that is agreed to. */
const requests = [
  "What can you do?",
  "List the repositories in acme",
  "List the open pull requests in acme/api",
  "Fetch the readme of acme/api",
  "Create a branch release/recorded off main in acme/api",
  "List the open issues in acme/api",
];

/** Sends a message as the page would, says yes to what is asked, and listens to the end of the answer. */
async function converse(page: Page, chatId: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ path, message }) => {
      const post = (address: string, body: object) =>
        fetch(address, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
      const answer = await post(path, message);
      if (!answer.ok || !answer.body) throw new Error(`${message.text} – ${answer.status}`);
      let told = "";
      let agreed = false;
      for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
        told += piece;
        const approvalId = /"approvalId":"([^"]+)"/.exec(told)?.[1];
        if (!approvalId || agreed) continue;
        agreed = true;
        await post(`/api/approvals/${approvalId}`, { decision: "approve" });
      }
    },
    { path: `/api/chats/${chatId}/messages`, message: { id: randomUUID(), text } },
  );
}

/**
 * Has the embedded model and Bitbucket answer a few requests in one chat of whoever is signed in on the page.
 *
 * @returns the chat's id
 */
export async function recordChat(page: Page): Promise<string> {
  const chatId = randomUUID();
  await connectSilently(page);
  for (const text of requests) await converse(page, chatId, text);
  return chatId;
}
