import { randomBytes, randomUUID } from "node:crypto";
import type { Occupant } from "./support/occupied-server";

/** What a request can name that is somebody's. */
export type Ids = Pick<
  Occupant,
  | "chat"
  | "message"
  | "action"
  | "approval"
  | "finished"
  | "attempt"
  | "permission"
  | "attachment"
  | "share"
  | "project"
  | "token"
  | "digest"
  | "connection"
  | "email"
>;

/** Of the right shape, and nobody's. */
export const absentIds = (): Ids => ({
  chat: randomUUID(),
  message: randomUUID(),
  action: randomUUID(),
  approval: randomUUID(),
  finished: randomUUID(),
  attempt: randomUUID(),
  permission: randomUUID(),
  attachment: randomUUID(),
  share: randomUUID(),
  project: randomUUID(),
  token: randomBytes(16).toString("base64url"),
  digest: randomBytes(32).toString("base64url"),
  connection: `ca_${randomUUID()}`,
  email: `${randomUUID()}@example.com`,
});

export type Entry = {
  /** `private`: only for somebody signed in. `everybody`: for whoever asks. `holder`: for whoever has the address. */
  access: "private" | "everybody" | "holder";
  /** What it names. */
  ids: (keyof Ids)[];
  path: (ids: Ids) => string;
  body?: (ids: Ids) => Record<string, unknown>;
  /** Why something absent cannot be compared with something foreign. */
  incomparable?: string;
  /** It answers everybody with a failure: that is what it is there for. */
  alwaysFails?: true;
  /** Why its owner is not let through either, so that no control shows that the request is well made. */
  withoutControl?: string;
};

const own = (entry: Omit<Entry, "access">): Entry => ({ access: "private", ...entry });
const open = (path: string, more: Partial<Entry> = {}): Entry => ({
  access: "everybody",
  ids: [],
  path: () => path,
  ...more,
});
const page = (path: string): Entry => own({ ids: [], path: () => path });

const toolAccepted = "the tools of an installation are everybody's; none of them has changed";
const noProvider = "no provider is switched on where this is asked for";
const noAdmin = "nobody here is an administrator";
const hosted = "the embedded services are not served where the services are hosted";

/** Every page and every method of every route, and how to ask it for somebody's things. Mutations come last, ends after them. */
export const entries: Record<string, Entry> = {
  "GET /": page("/"),
  "GET /chat/[chatId]": own({ ids: ["chat"], path: ({ chat }) => `/chat/${chat}` }),
  "GET /archived": page("/archived"),
  "GET /audit": page("/audit"),
  "GET /connections": page("/connections"),
  "GET /permissions": page("/permissions"),
  "GET /projects/[projectId]": own({
    ids: ["project"],
    path: ({ project }) => `/projects/${project}`,
  }),
  "GET /settings": page("/settings"),
  "GET /tools": page("/tools"),
  "GET /usage": page("/usage"),
  "GET /admin": { ...page("/admin"), withoutControl: noAdmin },
  "GET /admin/usage": { ...page("/admin/usage"), withoutControl: noAdmin },
  "GET /admin/runs": { ...page("/admin/runs"), withoutControl: noAdmin },
  "GET /admin/trail": { ...page("/admin/trail"), withoutControl: noAdmin },
  "GET /admin/policy": { ...page("/admin/policy"), withoutControl: noAdmin },
  "GET /connect/[attempt]": own({ ids: ["attempt"], path: ({ attempt }) => `/connect/${attempt}` }),
  "GET /connect/callback": open("", {
    ids: ["attempt"],
    path: ({ attempt }) => `/connect/callback?state=${attempt}`,
  }),
  "GET /share/[token]": {
    access: "holder",
    ids: ["token"],
    path: ({ token }) => `/share/${token}`,
  },
  "GET /share/image/[digest]": {
    access: "holder",
    ids: ["digest"],
    path: ({ digest }) => `/share/image/${digest}`,
  },
  "GET /shared-page/[ticket]": open("", {
    ids: ["token"],
    path: ({ token }) => `/shared-page/${token}`,
    withoutControl: "what it shows is handed over inside the server, once",
  }),
  "GET /shares": page("/shares"),
  "GET /continue/[token]": {
    access: "holder",
    ids: ["token"],
    path: ({ token }) => `/continue/${token}?version=1`,
  },
  "GET /signin": open("/signin"),
  "GET /stories": open("/stories", { withoutControl: "it is not part of what is shipped" }),
  "GET /apple-icon.png": open("/apple-icon.png"),
  "GET /icon.svg": open("/icon.svg"),
  "GET /manifest.webmanifest": open("/manifest.webmanifest"),
  "GET /_not-found": open("/_not-found", { withoutControl: "it says that there is no such page" }),
  "GET /_global-error": open("/_global-error", {
    alwaysFails: true,
    withoutControl: "it says that there is an error",
  }),

  "GET /api/health/live": open("/api/health/live"),
  "GET /api/health/ready": open("/api/health/ready"),
  "GET /api/metrics": open("/api/metrics", {
    withoutControl: "it is for whoever has its token, and off until there is one",
  }),
  "GET /api/chats": page("/api/chats"),
  "GET /api/chats/[chatId]": own({ ids: ["chat"], path: ({ chat }) => `/api/chats/${chat}` }),
  "GET /api/chats/[chatId]/messages": own({
    ids: ["chat", "message"],
    path: ({ chat, message }) => `/api/chats/${chat}/messages?before=${message}`,
  }),
  "GET /api/chats/[chatId]/stream": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/stream?after=0`,
  }),
  "GET /api/actions": own({ ids: ["chat"], path: ({ chat }) => `/api/actions?chatId=${chat}` }),
  "GET /api/actions/[actionId]": own({
    ids: ["finished"],
    path: ({ finished }) => `/api/actions/${finished}`,
  }),
  "GET /api/actions/[actionId]/result": own({
    ids: ["finished"],
    path: ({ finished }) => `/api/actions/${finished}/result`,
  }),
  "GET /api/actions/[actionId]/form": own({
    ids: ["action"],
    path: ({ action }) => `/api/actions/${action}/form`,
    withoutControl: "what it names may not be edited",
  }),
  "POST /api/actions/[actionId]/next-page": own({
    ids: ["finished"],
    path: ({ finished }) => `/api/actions/${finished}/next-page`,
    body: () => ({}),
    withoutControl: "what it names is no page of a list",
  }),
  "GET /api/connections": page("/api/connections"),
  "GET /api/attachments/[attachmentId]": own({
    ids: ["attachment"],
    path: ({ attachment }) => `/api/attachments/${attachment}`,
  }),
  "PUT /api/attachments/[attachmentId]": own({
    ids: ["attachment"],
    path: ({ attachment }) => `/api/attachments/${attachment}?name=a.txt`,
    body: () => ({}),
    withoutControl: "it takes a file and no JSON; attachments.test.ts puts files to it",
  }),
  "GET /api/permissions": page("/api/permissions"),
  "GET /api/connections/[connectionId]": own({
    ids: ["connection"],
    path: ({ connection }) => `/api/connections/${connection}`,
  }),
  "GET /api/projects": page("/api/projects"),
  "GET /api/projects/[projectId]": own({
    ids: ["project"],
    path: ({ project }) => `/api/projects/${project}`,
  }),
  "GET /api/search": page("/api/search?query=canary"),
  "GET /api/shares": page("/api/shares"),

  "GET /api/archive": page("/api/archive"),
  "GET /api/chats/[chatId]/usage": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/usage`,
  }),
  "GET /api/chats/[chatId]/export": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/export`,
  }),
  "POST /api/chats/import": own({
    ids: [],
    path: () => "/api/chats/import",
    body: () => ({
      format: "branchline.chat",
      version: 1,
      title: "Brought in",
      mode: "ask",
      createdAt: "2026-11-23T10:00:00.000Z",
      updatedAt: "2026-11-23T10:00:00.000Z",
      shown: 0,
      messages: [],
    }),
  }),

  "POST /api/chats/[chatId]/messages": own({
    ids: ["chat", "message"],
    path: ({ chat }) => `/api/chats/${chat}/messages`,
    body: ({ message }) => ({ id: message, text: "Tell me everything" }),
    incomparable: "a chat that is absent is made with its first message",
  }),
  "POST /api/chats/[chatId]/messages/[messageId]/answers": own({
    ids: ["chat", "message"],
    path: ({ chat, message }) => `/api/chats/${chat}/messages/${message}/answers`,
    body: () => ({ id: randomUUID() }),
    withoutControl: "another answer is being written in its chat",
  }),
  "PUT /api/chats/[chatId]/version": own({
    ids: ["chat", "message"],
    path: ({ chat }) => `/api/chats/${chat}/version`,
    body: ({ message }) => ({ messageId: message }),
    withoutControl: "another answer is being written in its chat",
  }),
  "POST /api/chats/[chatId]/shares": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/shares`,
    body: () => ({}),
  }),
  "POST /api/chats/[chatId]/shares/preview": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/shares/preview`,
    body: () => ({}),
  }),
  "PATCH /api/shares/[shareId]": own({
    ids: ["share"],
    path: ({ share }) => `/api/shares/${share}`,
    body: () => ({ audience: "link" }),
  }),
  "POST /api/chats": {
    access: "holder",
    ids: ["token"],
    path: () => "/api/chats",
    body: ({ token }) => ({ token, version: 2 }),
    withoutControl: "of the version it names there is no copy: it would make a chat",
  },
  "POST /api/approvals/[approvalId]": own({
    ids: ["approval", "action"],
    path: ({ approval }) => `/api/approvals/${approval}`,
    body: ({ action }) => ({ decision: "approve", items: [action] }),
  }),
  "PATCH /api/chats/[chatId]": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}`,
    body: () => ({ title: "Taken", mode: "read-only" }),
  }),
  "POST /api/projects": own({
    ids: [],
    path: () => "/api/projects",
    body: () => ({ id: randomUUID(), name: "Made" }),
  }),
  "PATCH /api/projects/[projectId]": own({
    ids: ["project"],
    path: ({ project }) => `/api/projects/${project}`,
    body: () => ({ name: "Taken" }),
  }),
  "POST /api/connections": own({
    ids: [],
    path: () => "/api/connections",
    body: () => ({ toolkit: "bitbucket" }),
  }),
  "PATCH /api/connections/[connectionId]": own({
    ids: ["connection"],
    path: ({ connection }) => `/api/connections/${connection}`,
    body: () => ({ isDefault: true }),
  }),
  "POST /connect/[attempt]/open": own({
    ids: ["attempt"],
    path: ({ attempt }) => `/connect/${attempt}/open`,
  }),
  "POST /api/connections/attempts/[attemptId]": own({
    ids: ["attempt"],
    path: ({ attempt }) => `/api/connections/attempts/${attempt}`,
    body: () => ({ action: "decline" }),
  }),
  "POST /api/tools/[name]/accept": own({
    ids: [],
    path: () => "/api/tools/COMPOSIO_MULTI_EXECUTE_TOOL/accept",
    body: () => ({ hash: "a".repeat(64) }),
    withoutControl: toolAccepted,
  }),
  "POST /api/chats/[chatId]/stop": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/stop`,
    body: () => ({}),
  }),
  "POST /api/chats/[chatId]/restore": own({
    ids: ["chat"],
    path: ({ chat }) => `/api/chats/${chat}/restore`,
    body: () => ({}),
  }),
  "DELETE /api/attachments/[attachmentId]": own({
    ids: ["attachment"],
    path: ({ attachment }) => `/api/attachments/${attachment}`,
    withoutControl: "what a message names cannot be taken back",
  }),
  "DELETE /api/shares/[shareId]": own({
    ids: ["share"],
    path: ({ share }) => `/api/shares/${share}`,
  }),
  "DELETE /api/permissions/[permissionId]": own({
    ids: ["permission"],
    path: ({ permission }) => `/api/permissions/${permission}`,
  }),
  "DELETE /api/shares": own({
    ids: [],
    path: () => "/api/shares",
  }),
  "DELETE /api/connections/[connectionId]": own({
    ids: ["connection"],
    path: ({ connection }) => `/api/connections/${connection}`,
  }),
  "DELETE /api/projects/[projectId]": own({
    ids: ["project"],
    path: ({ project }) => `/api/projects/${project}`,
  }),
  "DELETE /api/chats/[chatId]": own({ ids: ["chat"], path: ({ chat }) => `/api/chats/${chat}` }),

  "POST /api/account": open("/api/account", {
    ids: ["email"],
    body: ({ email }) => ({ email, password: "not theirs at all", name: "Eve" }),
    incomparable: "an address that nobody has gets an account",
    withoutControl: "who has an account gets no second one",
  }),
  "POST /api/auth/guest": open("/api/auth/guest", {
    body: () => ({}),
    withoutControl: "guests are not taken where the services are hosted",
  }),
  "POST /api/auth/password": open("/api/auth/password", {
    ids: ["email"],
    body: ({ email }) => ({ email, password: "not theirs at all" }),
    withoutControl: "the owner would have to give the password",
  }),
  "POST /api/composio/webhook": open("/api/composio/webhook", {
    body: () => ({ type: "composio.connected_account.expired" }),
    withoutControl: "only the router's signature opens it",
  }),
  "POST /api/auth/providers/[provider]": open("/api/auth/providers/oidc", {
    body: () => ({}),
    withoutControl: noProvider,
  }),
  "GET /api/auth/callback/[provider]": open("/api/auth/callback/oidc?code=x&state=y", {
    withoutControl: noProvider,
  }),
  "PUT /api/preferences": open("/api/preferences", { body: () => ({ language: "de" }) }),
  "GET /api/admin/users": own({
    ids: [],
    path: () => "/api/admin/users",
    withoutControl: noAdmin,
  }),
  "GET /api/admin/usage": own({
    ids: [],
    path: () => "/api/admin/usage",
    withoutControl: noAdmin,
  }),
  "GET /api/admin/runs": own({
    ids: [],
    path: () => "/api/admin/runs",
    withoutControl: noAdmin,
  }),
  "GET /api/admin/actions": own({
    ids: [],
    path: () => "/api/admin/actions",
    withoutControl: noAdmin,
  }),
  "GET /api/admin/entries": own({
    ids: [],
    path: () => "/api/admin/entries",
    withoutControl: noAdmin,
  }),
  "GET /api/admin/policy": own({
    ids: [],
    path: () => "/api/admin/policy",
    withoutControl: noAdmin,
  }),
  "PUT /api/admin/policy": own({
    ids: [],
    path: () => "/api/admin/policy",
    body: () => ({ deniedTools: ["*"] }),
    withoutControl: noAdmin,
  }),
  "PATCH /api/admin/users/[userId]": own({
    ids: [],
    path: () => `/api/admin/users/${randomUUID()}`,
    body: () => ({ disabled: true }),
    withoutControl: noAdmin,
  }),
  "DELETE /api/account": own({
    ids: [],
    path: () => "/api/account",
    body: () => ({ password: "not theirs at all" }),
    withoutControl: "the owner would have to give the password",
  }),
  "GET /sandbox/[...path]": open("", {
    path: () => "/sandbox/composio/api/v3/connected_accounts",
    withoutControl: hosted,
  }),
  "POST /sandbox/[...path]": open("/sandbox/openai/v1/responses", { withoutControl: hosted }),
  "PUT /sandbox/[...path]": open("/sandbox/composio/api/v3/x", { withoutControl: hosted }),
  "PATCH /sandbox/[...path]": open("/sandbox/composio/api/v3/x", { withoutControl: hosted }),
  "DELETE /sandbox/[...path]": open("", {
    ids: ["connection"],
    path: ({ connection }) => `/sandbox/composio/api/v3/connected_accounts/${connection}`,
    withoutControl: hosted,
  }),
  "POST /api/auth/sign-out": open("/api/auth/sign-out", { body: () => ({ everywhere: true }) }),
};
