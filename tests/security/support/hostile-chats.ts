import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { send } from "../../browser/api";
import { signUp } from "../../browser/support";
import { dispatch, FakeWire } from "../../support/fake-wire";
import { startHostedServer } from "./hosted-server";

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Chats whose every field that is not ours holds hostile text, on a server whose model and tool router are hostile. */
export type HostileChats = {
  origin: string;
  /** The session of the person they belong to. */
  session: () => Promise<SignedIn>;
  /**
   * Writes as many chats as it takes for each of these texts to have been a message, a thought, an answer, an argument, a
   * result, an error and – while they are visited – a title.
   */
  write(texts: readonly string[]): Promise<void>;
  /** Shows each text in each place: calls `look` with an address to open, again and again. */
  visit(look: (address: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

const repository = { workspace: "acme", repo_slug: "api" };

/** Lets the model, a tool's answer, a tool's error and the person all say this text once. */
async function converse(page: Page, wire: FakeWire, chatId: string, text: string): Promise<void> {
  const issue = {
    id: text,
    title: text,
    state: text,
    kind: text,
    content: { raw: text },
    reporter: { display_name: text },
    links: { html: { href: "https://bitbucket.org@elsewhere.example/issues/1" } },
  };
  wire.begin({
    model: (index) =>
      index === 0
        ? {
            thought: { summary: text, encrypted: "kept" },
            text,
            calls: [
              dispatch(
                ["BITBUCKET_LIST_ISSUES", { ...repository, [text]: text }],
                ["BITBUCKET_GET_BRANCH", { ...repository, q: text }],
                ["BITBUCKET_GET_PULL_REQUEST", { ...repository, pull_request_id: 1, note: text }],
              ),
            ],
          }
        : { text },
    execute: ({ tool }) => {
      if (tool === "BITBUCKET_LIST_ISSUES") return { data: { values: [issue], size: 1 } };
      return tool === "BITBUCKET_GET_PULL_REQUEST"
        ? { error: text, successful: false }
        : { data: { [text]: [text] } };
    },
  });
  const path = `/api/chats/${chatId}/messages`;
  const response = await send(page, "POST", path, { id: randomUUID(), text });
  if (!response.ok()) throw new Error(`The message was not taken: ${await response.text()}`);
  // Ends with the answer.
  await response.text();
}

export async function startHostileChats(browser: Browser): Promise<HostileChats> {
  const wire = await FakeWire.start();
  const server = await startHostedServer(wire.origin);
  const context = await browser.newContext();
  const writer = await context.newPage();
  const rounds: { chatId: string; sharePath: string; titles: string[] }[] = [];

  return {
    origin: server.origin,
    session: () => context.storageState(),
    async write(texts) {
      await signUp(writer, server.origin);
      // Each visit shows the titles of all chats: with no more texts in a chat than chats, each is a title once.
      const size = Math.floor(Math.sqrt(texts.length));
      for (let start = 0; start < texts.length; start += size) {
        const chatId = randomUUID();
        const titles = texts.slice(start, start + size);
        for (const text of titles) await converse(writer, wire, chatId, text);
        const shared = await send(writer, "POST", `/api/chats/${chatId}/shares`, {});
        const sharePath = z.object({ path: z.string() }).parse(await shared.json()).path;
        rounds.push({ chatId, sharePath, titles });
      }
    },
    async visit(look) {
      for (const { chatId, sharePath, titles } of rounds) {
        for (const [index, title] of titles.entries()) {
          const path = `/api/chats/${rounds[index]?.chatId}`;
          await send(writer, "PATCH", path, { title: title.slice(0, 200) });
        }
        await look(`${server.origin}/chat/${chatId}`);
        await look(`${server.origin}${sharePath}`);
      }
    },
    async close() {
      await context.close();
      await server.kill();
      await wire.close();
    },
  };
}
