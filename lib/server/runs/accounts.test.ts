import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AccountChoice } from "@/lib/shared/connection";
import type { ChatMessage } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";
import { sendMessage } from "../chats/send-message.ts";
import { updateChat } from "../chats/update-chat.ts";
import { readNextPage } from "../paging/read-next-page.ts";
import { listActions } from "../policy/audit.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { removeAccount } from "../router/connections/accounts.ts";
import { setDefaultAccount } from "../router/connections/chat-accounts.ts";
import { openAttempt } from "../router/connections/open-attempt.ts";
import { readConnections } from "../router/connections/read-connections.ts";
import { returnFromConsent } from "../router/connections/return-from-consent.ts";

const conversation = new Conversation();
const read = "BITBUCKET_LIST_BRANCHES";
const change = "BITBUCKET_CREATE_BRANCH";
const place = { workspace: "acme", repo_slug: "api" };
const branch = { ...place, name: "fix", target_hash: "a".repeat(40) };
const callAs = (tool: string, account: string) => ({
  name: "COMPOSIO_MULTI_EXECUTE_TOOL",
  arguments: {
    tools: [{ tool_slug: tool, arguments: place, account }],
    sync_response_to_workbench: false,
  },
});

/** The person has connected Jane's account and then Sam's. @returns their ids at the router */
function connectTwo(): { jane: string; sam: string } {
  const { userId, wire } = conversation;
  const [jane, sam] = [`ca_jane_${userId}`, `ca_sam_${userId}`];
  wire.accounts.push(
    { id: jane, userId, status: "ACTIVE", name: "jane" },
    { id: sam, userId, status: "ACTIVE", name: "sam", updatedAt: "2026-11-22T10:00:00Z" },
  );
  return { jane, sam };
}
const setStatus = (id: string, status: string) => {
  const account = conversation.wire.accounts.find((candidate) => candidate.id === id);
  if (account) account.status = status;
};
const names = (message: ChatMessage) => actionsOf(message).map(({ account }) => account);
/** How often the router was asked which accounts there are. */
const accountLookups = () =>
  conversation.wire.requests.filter((line) => /^GET .*connected_accounts$/.test(line)).length;
const connectionsOf = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === "data-connection" ? [part.data] : []));
const notFound = { code: "not_found" };

/** Asks for one thing and waits until it was answered. */
async function ask(call = dispatch([read, place])): Promise<ChatMessage> {
  conversation.wire.begin(callThenText(call));
  return readRun(await conversation.send());
}

describe("of several accounts", () => {
  test("a chat acts as the one that was connected last, says so, and keeps to it", async () => {
    const { jane, sam } = connectTwo();
    expect(names(await ask())).toEqual(["sam"]);
    expect(conversation.wire.sentAs).toEqual([sam]);
    await setDefaultAccount(conversation.userId, jane);
    expect(names(await ask())).toEqual(["sam"]);
    conversation.chatId = randomUUID();
    expect(names(await ask())).toEqual(["jane"]);
  });

  test("the person's choice counts, and the one that a model names does not", async () => {
    const { jane, sam } = connectTwo();
    await ask();
    await updateChat(conversation.userId, conversation.chatId, { accounts: { bitbucket: jane } });
    for (const named of [sam, "sam", "ca_of_nobody"]) {
      expect(names(await ask(callAs(read, named)))).toEqual(["jane"]);
      expect(conversation.wire.sentAs).toEqual([jane]);
    }
    expect(conversation.wire.asked[1]).toContain('\\"account\\":\\"jane\\"');
  });

  test("a change runs as the one that was shown, whatever is chosen while it waits", async () => {
    const { jane, sam } = connectTwo();
    conversation.wire.begin(callThenText(dispatch([change, branch])));
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    expect(names(waiting)).toEqual(["sam"]);
    await updateChat(conversation.userId, conversation.chatId, { accounts: { bitbucket: jane } });
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    expect(names(await readRun(runId))).toEqual(["sam"]);
    expect(conversation.wire.sentAs).toEqual([sam]);
  });

  test("the router is asked about them for a chat's first read and for a change, and not for every call", async () => {
    connectTwo();
    const twice = {
      model: (index: number) =>
        index < 2 ? { calls: [dispatch([read, { ...place, page: index }])] } : { text: "Done." },
    };
    conversation.wire.begin(twice);
    expect(names(await readRun(await conversation.send()))).toEqual(["sam", "sam"]);
    expect(accountLookups()).toBe(1);
    conversation.wire.begin(twice);
    expect(names(await readRun(await conversation.send()))).toEqual(["sam", "sam"]);
    expect(accountLookups()).toBe(0);
    conversation.wire.begin(callThenText(dispatch([read, place], [change, branch])));
    const runId = await conversation.send();
    expect(names(await readRun(runId, someAction("approval")))).toEqual(["sam", "sam"]);
    expect(accountLookups()).toBe(1);
    await stopChat(conversation.userId, conversation.chatId);
  });

  test("one that was removed gives way to another, in its chats and as the default", async () => {
    const { jane, sam } = connectTwo();
    const { userId, chatId } = conversation;
    await setDefaultAccount(userId, sam);
    await ask();
    await removeAccount(userId, sam);
    expect((await readConnections(userId, chatId)).chosen).toEqual({ bitbucket: jane });
    expect(names(await ask())).toEqual(["jane"]);
    expect(conversation.wire.sentAs).toEqual([jane]);
  });

  test("the page behind a page is read as the one the first was read as", async () => {
    const { jane, sam } = connectTwo();
    const execute = ({ arguments: { page = 1 } }: { arguments: Record<string, unknown> }) => ({
      data: {
        values: [{ name: `branch-${page}` }],
        page,
        pagelen: 1,
        next: "https://api.bitbucket.org/?page=2",
      },
    });
    conversation.wire.begin({ ...callThenText(dispatch([read, place])), execute });
    const [first] = actionsOf(await readRun(await conversation.send()));
    const { userId, chatId } = conversation;
    await updateChat(userId, chatId, { accounts: { bitbucket: jane } });
    const second = await readNextPage(userId, first?.id ?? "", new AbortController().signal);
    expect(second.result).toMatchObject({ page: 2 });
    expect(conversation.wire.sentAs).toEqual([sam, sam]);
    const { records } = await listActions(userId);
    expect(records.map(({ action }) => action.account)).toEqual(["sam", "sam"]);
  });

  test("the first message brings the choice along", async () => {
    const { jane } = connectTwo();
    conversation.wire.begin(callThenText(dispatch([read, place])));
    const { userId, chatId } = conversation;
    const message = { id: randomUUID(), text: "Please", accounts: { bitbucket: jane } };
    expect(names(await readRun(await sendMessage(userId, chatId, message)))).toEqual(["jane"]);
    expect((await readConnections(userId, chatId)).chosen).toEqual({ bitbucket: jane });
  });

  test("nobody chooses somebody else's, one that is gone, or one of another toolkit", async () => {
    const { jane, sam } = connectTwo();
    await ask();
    const { userId, chatId } = conversation;
    const stranger = await createUser();
    setStatus(sam, "EXPIRED");
    const choices: AccountChoice[] = [
      { bitbucket: "ca_absent" },
      { bitbucket: sam },
      { jira: jane },
    ];
    for (const accounts of choices)
      await expect(updateChat(userId, chatId, { accounts })).rejects.toMatchObject(notFound);
    await expect(setDefaultAccount(userId, sam)).rejects.toMatchObject(notFound);
    await expect(setDefaultAccount(stranger, jane)).rejects.toMatchObject(notFound);
    const message = { id: randomUUID(), text: "x", accounts: { bitbucket: jane } };
    await expect(sendMessage(stranger, randomUUID(), message)).rejects.toMatchObject(notFound);
    await expect(
      updateChat(stranger, chatId, { accounts: { bitbucket: jane } }),
    ).rejects.toMatchObject(notFound);
    expect((await readConnections(stranger, chatId)).chosen).toEqual({});
  });
});

describe("an account that expires in mid-run", () => {
  const gone = { error: "No account found matching ca_x for toolkit: bitbucket" };
  const browser = () => ({ userId: conversation.userId, sessionId: conversation.chatId });

  /** A chat that acts as Sam, whose account has expired, and waits. */
  async function lose(call: ReturnType<typeof dispatch>) {
    const { jane, sam } = connectTwo();
    await ask();
    setStatus(sam, "EXPIRED");
    conversation.wire.begin({
      ...callThenText(call),
      execute: () => (conversation.wire.sentAs.at(-1) === sam ? gone : { data: { ok: true } }),
    });
    return { jane, sam, runId: await conversation.send() };
  }
  const waitsForAccount = (message: ChatMessage) => connectionsOf(message).length > 0;

  /** The person follows the card's link and signs in with the account of that name. */
  async function reconnect(message: ChatMessage, name: string): Promise<string> {
    const [attempt] = connectionsOf(message);
    await openAttempt(browser(), attempt?.id ?? "", "http://localhost:3000");
    const account = conversation.wire.accounts.at(-1);
    if (!account?.callbackUrl) throw new Error("No link was made.");
    Object.assign(account, { status: "ACTIVE", name });
    const secret = new URL(account.callbackUrl).searchParams.get("state") ?? "";
    await returnFromConsent(browser(), secret);
    return account.id;
  }

  test("is asked for again, with who it was and since when; no other is taken for it", async () => {
    const { sam, runId } = await lose(dispatch([read, place]));
    const waiting = await readRun(runId, waitsForAccount);
    expect(connectionsOf(waiting)[0]?.state).toEqual({
      status: "needed",
      lost: { account: "sam", how: "signed-out", since: "2026-11-22T10:00:00Z" },
    });
    const renewed = await reconnect(waiting, "sam");
    const message = await readRun(runId);
    expect(actionsOf(message)[0]).toMatchObject({ account: "sam", state: { status: "succeeded" } });
    expect(conversation.wire.sentAs).toEqual([sam, renewed]);
    const { accounts, chosen } = await readConnections(conversation.userId, conversation.chatId);
    expect(chosen).toEqual({ bitbucket: renewed });
    expect(accounts.map(({ id }) => id)).not.toContain(sam);
  });

  test("gives way to another that the person chooses", async () => {
    const { jane, sam, runId } = await lose(dispatch([read, place]));
    await readRun(runId, waitsForAccount);
    await updateChat(conversation.userId, conversation.chatId, { accounts: { bitbucket: jane } });
    expect(names(await readRun(runId))).toEqual(["jane"]);
    expect(conversation.wire.sentAs).toEqual([sam, jane]);
  });

  test("takes what was allowed as it with it: nothing is changed as somebody else", async () => {
    const { sam, runId } = await lose(dispatch([change, branch]));
    const asked = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(asked), { decision: "approve" });
    const renewed = await reconnect(await readRun(runId, waitsForAccount), "carl");
    const message = await readRun(runId);
    expect(actionsOf(message)[0]?.state).toMatchObject({
      status: "failed",
      error: { code: "account_changed" },
    });
    expect(conversation.wire.sentAs).toEqual([sam]);
    expect(renewed).not.toBe(sam);
  });

  test("is told of where the provider itself refuses it, for a read", async () => {
    connectTwo();
    await ask();
    conversation.wire.begin({
      ...callThenText(dispatch([read, place])),
      execute: () => ({
        error: "401 Client Error: Unauthorized for url: https://api.bitbucket.org",
        data: { status_code: 401, message: "" },
        successful: false,
      }),
    });
    const waiting = await readRun(await conversation.send(), waitsForAccount);
    expect(connectionsOf(waiting)[0]?.state).toMatchObject({
      status: "needed",
      lost: { account: "sam", how: "signed-out" },
    });
    await stopChat(conversation.userId, conversation.chatId);
  });
});

describe("a link that cannot be made", () => {
  test.each([
    ["not-configured", 400, "ToolRouterV2_NoManagedAuth"],
    [undefined, 400, "ToolRouterV2_BadRequest"],
  ])("fails the attempt: %s", async (cause, status, slug) => {
    const call = { name: "COMPOSIO_MANAGE_CONNECTIONS", arguments: { toolkits: ["bitbucket"] } };
    conversation.wire.begin({
      model: (index) => (index === 0 ? { calls: [call] } : { text: "Done." }),
      router: ({ url }) =>
        url.endsWith("/link")
          ? Response.json({ error: { message: "No.", slug, status } }, { status })
          : undefined,
    });
    const runId = await conversation.send();
    const asked = await readRun(runId, (message) => connectionsOf(message).length > 0);
    const id = connectionsOf(asked)[0]?.id ?? "";
    const browser = { userId: conversation.userId, sessionId: conversation.chatId };
    await expect(openAttempt(browser, id, "http://localhost:3000")).rejects.toThrow();
    const failed = await readRun(
      runId,
      (message) => connectionsOf(message)[0]?.state.status === "failed",
    );
    const { state } = connectionsOf(failed)[0] ?? {};
    expect(state?.status === "failed" && state.cause).toBe(cause);
    await stopChat(conversation.userId, conversation.chatId);
  });
});
