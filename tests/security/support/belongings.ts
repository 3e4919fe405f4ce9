import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@/lib/server/database/connection";
import {
  action,
  attachment,
  chat,
  connectionAttempt,
  connectionLink,
  expiredAccount,
  message,
  modelUsage,
  permission,
  project,
  rateLimit,
  routerSession,
  run,
  runChunk,
  share,
  user,
  userIdentity,
  userSession,
} from "@/lib/server/database/schema";
import { indexText } from "@/lib/server/search/index-text";
import type { ActionState } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";
import { usualChoices } from "@/lib/shared/sharing/choices";

/** One of everything a person can have in a chat, with words in it that are found nowhere else. */
export type ChatBelongings = {
  chat: string;
  /** The second that was sent; its answer is not over. */
  message: string;
  /** A change that waits for a yes, and the question about it. */
  action: string;
  approval: string;
  /** A read that has brought something. */
  finished: string;
  attempt: string;
  /** Lets a tool run unasked in the chat. */
  permission: string;
  /** A file of the chat's. */
  attachment: string;
  share: string;
  /** The one it is in; it stays when the chat goes. */
  project: string;
  token: string;
  digest: string;
  /** The account that the attempt's link would make. */
  linkedAccount: string;
  /** What nobody but its owner may get to see. */
  secret: string[];
  /** What whoever has the share's address may see. */
  shared: string[];
};

const word = (what: string) => `canary-${what}-${randomBytes(6).toString("hex")}`;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const hash = () => randomBytes(32).toString("hex");
const text = (words: string): ChatMessage["parts"] => [{ type: "text", text: words }];

/** A user without anything. @param passwordHash without one, a guest */
export async function storeUser(
  storage: Database,
  details: { email: string; passwordHash: string } | null,
): Promise<{ id: string; name: string }> {
  const person = { id: randomUUID(), name: word("name") };
  const kind = details ? "member" : "guest";
  await storage.insert(user).values({ ...person, kind, ...(details ?? {}) });
  return person;
}

/** What hangs on a user and on no chat. */
export async function storeUserBelongings(storage: Database, userId: string): Promise<void> {
  const expiresAt = inMinutes(60);
  await storage.insert(userSession).values({ id: randomUUID(), userId, expiresAt });
  await storage
    .insert(userIdentity)
    .values({ issuer: "https://login.example", subject: word("subject"), userId });
  await storage
    .insert(routerSession)
    .values({ userId, configurationHash: hash(), sessionId: word("session") });
  await storage
    .insert(rateLimit)
    .values({ key: `message:user:${userId}`, used: 1, resetsAt: expiresAt });
  await storage.insert(expiredAccount).values({
    accountId: word("expired"),
    userId,
    toolkit: "bitbucket",
    name: word("expired-name"),
  });
  const content = Buffer.from(word("unsent"));
  await storage.insert(attachment).values({
    id: randomUUID(),
    userId,
    name: word("unsent-file"),
    kind: "text",
    size: content.byteLength,
    content,
  });
}

async function storeProject(storage: Database, userId: string, name: string): Promise<string> {
  const id = randomUUID();
  await storage.insert(project).values({ id, userId, name, instructions: name });
  return id;
}

/** A chat with an answer that has ended, and one that waits for a yes and for a connection. */
export async function storeChatBelongings(
  storage: Database,
  userId: string,
): Promise<ChatBelongings> {
  const [chatId, endedRun, waitingRun] = [randomUUID(), randomUUID(), randomUUID()];
  const [question, answer, order, reply] = Array.from({ length: 4 }, () => randomUUID());
  if (!question || !answer || !order || !reply) throw new Error("Four messages were to be made.");
  const words = {
    title: word("title"),
    question: word("question"),
    argument: word("argument"),
    result: word("result"),
    account: word("account"),
    chunk: word("chunk"),
    file: word("file"),
    project: word("project"),
  };
  const file = {
    id: randomUUID(),
    userId,
    chatId,
    name: word("file-name"),
    kind: "text" as const,
    size: Buffer.byteLength(words.file),
    content: Buffer.from(words.file),
  };
  const shared = { title: word("shared-title"), words: word("shared-words") };
  const projectId = await storeProject(storage, userId, words.project);
  await storage
    .insert(chat)
    .values({ id: chatId, userId, projectId, title: words.title, headId: reply });
  await storage.insert(attachment).values(file);
  const base = { chatId, metadata: {} };
  for (const row of [
    { ...base, parentId: chatId, id: question, role: "user" as const, parts: text(words.question) },
    {
      ...base,
      parentId: question,
      id: answer,
      role: "assistant" as const,
      parts: text(words.result),
    },
    { ...base, parentId: answer, id: order, role: "user" as const, parts: text(words.argument) },
    { ...base, parentId: order, id: reply, role: "assistant" as const, parts: [] },
  ])
    await storage.insert(message).values(row);
  await indexText(storage, {
    kind: "title",
    id: chatId,
    chatId,
    userId,
    text: words.title,
  });

  const owner = { chatId, userId };
  const ended = { status: "ended" as const, outcome: { status: "done" as const } };
  await storage.insert(run).values([
    {
      ...owner,
      ...ended,
      id: endedRun,
      requestId: question,
      userMessageId: question,
      messageId: answer,
    },
    {
      ...owner,
      id: waitingRun,
      requestId: order,
      userMessageId: order,
      messageId: reply,
      status: "waiting",
    },
  ]);
  await storage
    .insert(runChunk)
    .values({ runId: waitingRun, sequence: 0, count: 1, data: JSON.stringify(words.chunk) });

  const approvalId = randomUUID();
  const [finished, waiting] = [randomUUID(), randomUUID()];
  const common = {
    ...owner,
    toolkit: "bitbucket",
    index: 0,
    arguments: { title: words.argument },
    argumentsHash: hash(),
    accountName: words.account,
  };
  const result = { said: words.result };
  const succeeded: ActionState = { status: "succeeded", result };
  const asked: ActionState = { status: "approval", approvalId, warnings: [] };
  await storage.insert(action).values([
    {
      ...common,
      id: finished,
      runId: endedRun,
      toolCallId: randomUUID(),
      tool: "BITBUCKET_LIST_ISSUES",
      toolClass: "read",
      status: succeeded.status,
      state: succeeded,
      result,
    },
    {
      ...common,
      id: waiting,
      runId: waitingRun,
      toolCallId: randomUUID(),
      tool: "BITBUCKET_CREATE_BRANCH",
      toolClass: "change",
      status: asked.status,
      state: asked,
      approvalId,
    },
  ]);

  await storage.insert(modelUsage).values({
    ...owner,
    id: randomUUID(),
    messageId: answer,
    model: "gpt-5",
    input: 3,
    cachedInput: 1,
    output: 1,
    estimated: false,
  });

  const permissionId = randomUUID();
  await storage.insert(permission).values({
    ...owner,
    id: permissionId,
    tool: "BITBUCKET_CREATE_BRANCH",
    toolkit: "bitbucket",
  });
  const attempt = randomUUID();
  const expiresAt = inMinutes(10);
  const opened = { status: "opened" as const, expiresAt: expiresAt.toISOString() };
  await storage.insert(connectionAttempt).values({
    id: attempt,
    userId,
    toolkit: "bitbucket",
    status: opened.status,
    state: opened,
    runId: waitingRun,
    actionId: waiting,
  });
  const linkedAccount = `ca_${randomUUID()}`;
  await storage.insert(connectionLink).values({
    accountId: linkedAccount,
    userId,
    toolkit: "bitbucket",
    attemptId: attempt,
    sessionId: randomUUID(),
    callbackHash: hash(),
    status: "open",
    expiresAt,
  });
  const shareId = randomUUID();
  const token = randomBytes(16).toString("base64url");
  const digest = randomBytes(32).toString("base64url");
  await storage.insert(share).values({
    ...owner,
    id: shareId,
    token,
    title: shared.title,
    document: {
      title: shared.title,
      copiedOn: "2026-11-23",
      messages: [{ role: "user", parts: text(shared.words) }],
    },
    digest,
    choices: usualChoices,
    audience: "link",
    image: true,
  });
  return {
    chat: chatId,
    message: order,
    action: waiting,
    approval: approvalId,
    finished,
    attempt,
    permission: permissionId,
    attachment: file.id,
    share: shareId,
    project: projectId,
    token,
    digest,
    linkedAccount,
    secret: Object.values(words),
    shared: Object.values(shared),
  };
}
