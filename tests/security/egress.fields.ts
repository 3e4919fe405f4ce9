import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import type { Member } from "./support/member";
import { Visitor } from "./visitor";

type Field = {
  name: string;
  /** Fills it with an address. @returns the status of the answer; 0 when the connection ended without one */
  fill: (address: string) => Promise<number>;
};

/** Headers that servers and proxies somewhere take for an address, a path or a host. */
const headers = [
  "forwarded",
  "next-action",
  "next-url",
  "referer",
  "x-forwarded-host",
  "x-forwarded-server",
  "x-host",
  "x-invoke-path",
  "x-matched-path",
  "x-middleware-rewrite",
  "x-nextjs-rewrite",
  "x-original-url",
  "x-rewrite-url",
];

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response;
  await body?.cancel();
  return status;
}

/** Sends bytes that no browser sends. */
async function sendRaw(origin: string, text: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(1_000, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  let answer = "";
  socket.on("data", (bytes) => {
    answer += String(bytes);
  });
  socket.write(Buffer.from(text, "utf8"));
  await once(socket, "close");
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}

/** Every text that reaches the server from a client, one at a time. */
export function clientFields(origin: string, member: Member, chatId: string): Field[] {
  const { visitor } = member;
  const get = (path: (encoded: string) => string) => (address: string) =>
    statusOf(visitor.fetch(path(encodeURIComponent(address))));
  const send =
    (method: string, path: string, body: (address: string) => unknown) => (address: string) =>
      statusOf(visitor.send(method, path, body(address)));
  const credentials = { email: member.email, password: member.password };
  const upgrade =
    "Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
  return [
    { name: "title", fill: send("PATCH", `/api/chats/${chatId}`, (title) => ({ title })) },
    { name: "toolkit", fill: send("POST", "/api/connections", (toolkit) => ({ toolkit })) },
    {
      name: "where to go after signing in",
      fill: (next) =>
        statusOf(new Visitor(origin).post("/api/auth/password", { ...credentials, next })),
    },
    {
      name: "name, e-mail and password of an account",
      fill: (address) => {
        const account = { name: address, email: `jane@${address}`, password: `${address} long` };
        return statusOf(new Visitor(origin).post("/api/account", account));
      },
    },
    {
      name: "reason and confirmation",
      fill: send("POST", `/api/approvals/${randomUUID()}`, (text) => ({
        decision: "deny",
        reason: text,
        confirmation: text,
      })),
    },
    { name: "unknown fields", fill: send("PATCH", `/api/chats/${chatId}`, (url) => ({ url })) },
    { name: "search", fill: get((text) => `/api/chats?query=${text}`) },
    { name: "place in the chats", fill: get((text) => `/api/chats?cursor=${text}`) },
    { name: "filter", fill: get((text) => `/api/actions?text=${text}`) },
    { name: "filter on the page", fill: get((text) => `/audit?text=${text}`) },
    { name: "place in the actions", fill: get((text) => `/api/actions?cursor=${text}`) },
    { name: "chat", fill: get((text) => `/api/chats/${text}`) },
    { name: "chat's page", fill: get((text) => `/chat/${text}`) },
    { name: "shared page", fill: get((text) => `/share/${text}`) },
    { name: "value of the callback", fill: get((text) => `/connect/callback?state=${text}`) },
    { name: "page to come back to", fill: get((text) => `/signin?next=${text}`) },
    { name: "picture", fill: get((text) => `/_next/image?url=${text}&w=64&q=75`) },
    { name: "path", fill: get((text) => `/${text}`) },
    {
      name: "tool",
      fill: (address) =>
        statusOf(
          visitor.post(`/api/tools/${encodeURIComponent(address)}/accept`, { hash: address }),
        ),
    },
    {
      name: `${headers.length} headers`,
      fill: (address) => {
        // A header holds bytes only.
        const value = /^[\x20-\x7e]*$/.test(address) ? address : encodeURI(address);
        const all = Object.fromEntries(headers.map((name) => [name, value]));
        return statusOf(visitor.fetch("/signin", { headers: all }));
      },
    },
    {
      name: "target of the request",
      fill: (target) =>
        sendRaw(origin, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    },
    {
      name: "target and host of a request to switch protocols",
      fill: (target) => {
        const host = target.replace(/^\w*:?\/\//, "").split("/")[0] ?? "";
        return sendRaw(origin, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n`);
      },
    },
  ];
}
