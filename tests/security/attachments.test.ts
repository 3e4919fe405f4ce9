import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { imageHeader } from "../support/image-header";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { postMuch } from "./flood";
import { Visitor } from "./visitor";

let server: OwnServer;
let owner: Visitor;
let other: Visitor;
const uploads = countCases(18, "Files that people bring");

beforeAll(async () => {
  server = await startServer();
  owner = new Visitor(server.origin);
  other = new Visitor(server.origin);
  await owner.signInAsGuest();
  await other.signInAsGuest();
});
afterAll(async () => {
  await server.kill();
});

const octets = { "content-type": "application/octet-stream" };
const text = (words: string) => Buffer.from(words);
type Sent = { id?: string; name?: string; who?: Visitor; headers?: Record<string, string> };

async function put(content: Buffer | Uint8Array, sent: Sent = {}) {
  const { id = randomUUID(), name = "a.txt", who = owner, headers = octets } = sent;
  const path = `/api/attachments/${id}?name=${encodeURIComponent(name)}`;
  const response = await who
    .copy()
    .fetch(path, { method: "PUT", headers, body: Buffer.from(content) });
  return { id, status: response.status, text: await response.text() };
}
const read = (id: string, who = owner) => who.copy().fetch(`/api/attachments/${id}`);

test.each<[string, Uint8Array, number]>([
  ["a program", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0), 422],
  ["a ZIP", Uint8Array.of(0x50, 0x4b, 3, 4, 0), 422],
  ["nothing", new Uint8Array(), 422],
  ["a text with a zero", text("a\0b"), 422],
  ["a picture of 10,000 pixels", imageHeader("png", 10_000, 10_000), 422],
  ["a text of 200,001 bytes", Buffer.alloc(200_001, "a"), 422],
  ["five megabytes and one byte", Buffer.alloc(5_000_001, "a"), 413],
])("%s is not kept", async (_name, content, status) => {
  const sent = await put(content);
  uploads.expectSafe(sent.status === status, `status ${sent.status}: ${sent.text}`);
  const found = await read(sent.id);
  uploads.expectSafe(found.status === 404, `it can be read: ${found.status}`);
});

test("60 MB are refused before they have arrived", async () => {
  const address = new URL(`/api/attachments/${randomUUID()}?name=a`, server.origin);
  const flood = { size: 60_000_000, announced: true, sent: 65_536, method: "PUT" };
  const { status } = await postMuch(address, flood);
  uploads.expectSafe(status === 413, `status ${status}`);
});

test.each<[string, Record<string, string>, number]>([
  ["from another site", { ...octets, origin: "http://evil.example" }, 403],
  ["across sites", { ...octets, "sec-fetch-site": "cross-site" }, 403],
  ["as a form", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ["as plain text", { "content-type": "text/plain" }, 415],
  ["as a picture", { "content-type": "image/png" }, 415],
])("a file sent %s is refused", async (_name, headers, status) => {
  const sent = await put(text("words"), { headers });
  uploads.expectSafe(sent.status === status, `status ${sent.status}`);
});

describe("a file that is given back", () => {
  const harmful: [string, string, Uint8Array, "image" | "text"][] = [
    ["a page", "a.html", text("<!doctype html><script>alert(1)</script>"), "text"],
    [
      "a drawing",
      "a.svg",
      text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      "text",
    ],
    ["a script", "a.js", text("alert(1)"), "text"],
    [
      "a picture that is a page as well",
      "a.html",
      Buffer.concat([imageHeader("gif", 9, 9), text("<script>alert(1)</script>")]),
      "image",
    ],
  ];
  test.each(harmful)("%s is never one of ours", async (_name, name, content, kind) => {
    const { id } = await put(content, { name });
    const { headers } = await read(id);
    const type = headers.get("content-type");
    const expected = kind === "image" ? "image/gif" : "text/plain; charset=utf-8";
    uploads.expectSafe(type === expected, `it is ${type}`);
    const disposition = headers.get("content-disposition") ?? "";
    const how = kind === "image" ? "inline" : "attachment";
    uploads.expectSafe(disposition.startsWith(`${how};`), disposition);
    uploads.expectSafe(headers.get("x-content-type-options") === "nosniff", "it may be sniffed");
    const policy = headers.get("content-security-policy") ?? "";
    uploads.expectSafe(/default-src 'none'.*; sandbox$/.test(policy), policy);
    uploads.expectSafe(headers.get("cache-control") === "no-store", "it is kept on the way");
  });

  test.each([
    ["../../../etc/passwd", "passwd"],
    ["..\\..\\secret.txt", "secret.txt"],
    ['a"; filename="b.exe', 'a"; filename="b.exe'],
    ["a\r\nset-cookie: x=1", "a set-cookie: x=1"],
    ["\u202Egnp.exe", "gnp.exe"],
    ["%2e%2e%2fa.txt", "%2e%2e%2fa.txt"],
  ])("called %j leads nowhere", async (name, kept) => {
    const sent = await put(text("words"), { name });
    uploads.expectSafe(JSON.parse(sent.text).name === kept, sent.text);
    const { headers } = await read(sent.id);
    const disposition = headers.get("content-disposition") ?? "";
    const one = /^attachment; filename="[\w .-]*"; filename\*=UTF-8''[\w.~%!-]*$/;
    uploads.expectSafe(one.test(disposition), disposition);
    uploads.expectSafe(headers.get("set-cookie") === null, "it sets a cookie");
  });
});

test("of somebody else it is not there, whatever is tried", async () => {
  const { id } = await put(text("canary words"));
  const absent = await (await read(randomUUID(), other)).text();
  const theirs = await read(id, other);
  uploads.expectSafe(theirs.status === 404 && (await theirs.text()) === absent, "it is told apart");
  const over = await put(text("other words"), { id, who: other });
  uploads.expectSafe(over.status === 404, `written over: ${over.status}`);
  const gone = await other.copy().send("DELETE", `/api/attachments/${id}`);
  uploads.expectSafe(gone.status === 404, `deleted: ${gone.status}`);
  const message = { id: randomUUID(), text: "Read it to me", attachments: [id] };
  const sent = await other.copy().post(`/api/chats/${randomUUID()}/messages`, message);
  uploads.expectSafe(sent.status === 404, `sent: ${sent.status}`);
  const nobody = await read(id, new Visitor(server.origin));
  uploads.expectSafe(nobody.status === 401, `read by nobody: ${nobody.status}`);
  expect(await (await read(id)).text()).toBe("canary words");
});

test("no address is taken for a file", async () => {
  const message = { id: randomUUID(), text: "x", attachments: ["http://127.0.0.1/"] };
  const sent = await owner.copy().post(`/api/chats/${randomUUID()}/messages`, message);
  uploads.expectSafe(sent.status === 400, `status ${sent.status}`);
});
