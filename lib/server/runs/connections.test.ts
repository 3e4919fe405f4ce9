import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";

import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch, linkSecret } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";
import { database } from "../database/connection.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { openAttempt } from "../router/connections/open-attempt.ts";
import { returnFromConsent } from "../router/connections/return-from-consent.ts";
import { updateAttempt } from "../router/connections/update-attempt.ts";

const conversation = new Conversation();
const branch = { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) };
const change = "BITBUCKET_CREATE_BRANCH";

/** The person's browser, which starts attempts and comes back from the sign-in page. */
const browser = () => ({ userId: conversation.userId, sessionId: conversation.chatId });

/** The person says yes on the sign-in page, and the browser goes where that leads. */
async function consent(): Promise<void> {
  const account = conversation.wire.accounts.findLast(
    ({ userId }) => userId === conversation.userId,
  );
  if (!account?.callbackUrl) throw new Error("No link was made.");
  account.status = "ACTIVE";
  await returnFromConsent(browser(), new URL(account.callbackUrl).searchParams.get("state") ?? "");
}

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const storage = await database();
  const { rows } = await storage.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const content = await storage.execute<{ row: string }>(
      sql`select t::text as row from ${sql.identifier(name)} t`,
    );
    texts.push(...content.rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

describe("a connection", () => {
  const call = { name: "COMPOSIO_MANAGE_CONNECTIONS", arguments: { toolkits: ["bitbucket"] } };
  const script = {
    model: (index: number) => (index === 0 ? { calls: [call] } : { text: "Done." }),
  };
  const connectionOf = (message: ChatMessage) =>
    message.parts.flatMap((part) => (part.type === "data-connection" ? [part.data] : []))[0];

  test("is waited for, and the run goes on when the account is active; the link is kept nowhere", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const attempt = connectionOf(await readRun(runId, (message) => !!connectionOf(message)));
    expect(attempt).toMatchObject({ toolkit: "bitbucket", state: { status: "needed" } });
    const attemptId = attempt?.id ?? "";

    const address = await openAttempt(browser(), attemptId, "http://localhost:3000");
    expect(address).toContain(linkSecret);
    const check = () => updateAttempt(conversation.userId, attemptId, { action: "check" });
    expect(await check()).toMatchObject({ state: { status: "opened" } });

    await consent();
    expect(await check()).toMatchObject({ state: { status: "connected" } });
    const message = await readRun(runId);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(connectionOf(message)?.state).toEqual({ status: "connected", account: "jane" });
    expect(conversation.wire.asked[1]).toContain("All connections are active.");
    expect(conversation.wire.asked.join()).not.toContain(linkSecret);
    expect(await dump()).not.toContain(linkSecret);
  });

  test("that is not wanted now lets the run go on without it", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const attempt = connectionOf(await readRun(runId, (message) => !!connectionOf(message)));
    await updateAttempt(conversation.userId, attempt?.id ?? "", { action: "decline" });
    const message = await readRun(runId);
    expect(connectionOf(message)?.state).toEqual({ status: "declined" });
    expect(conversation.wire.asked[1]).toContain("not to connect bitbucket now");
  });

  test("that a change turns out to need is asked for, and the change is sent once more after it", async () => {
    let connected = false;
    conversation.wire.begin({
      ...callThenText(dispatch([change, branch])),
      execute: () =>
        connected
          ? { data: { name: "fix" } }
          : { error: "No active connected account found for toolkit: bitbucket" },
    });
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    const attempt = connectionOf(await readRun(runId, (message) => !!connectionOf(message)));
    await openAttempt(browser(), attempt?.id ?? "", "http://localhost:3000");
    connected = true;
    await consent();
    const message = await readRun(runId);
    expect(actionsOf(message)[0]?.state).toEqual({ status: "succeeded", result: { name: "fix" } });
    expect(conversation.sentTools()).toEqual([change, change]);
  });

  test("is nobody else's", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const attempt = connectionOf(await readRun(runId, (message) => !!connectionOf(message)));
    const other = await createUser();
    const foreign = { code: "not_found" };
    await expect(
      openAttempt({ userId: other, sessionId: randomUUID() }, attempt?.id ?? "", ""),
    ).rejects.toMatchObject(foreign);
    await expect(
      updateAttempt(other, attempt?.id ?? "", { action: "decline" }),
    ).rejects.toMatchObject(foreign);
    await stopChat(conversation.userId, conversation.chatId);
    await readRun(runId);
  });
});
