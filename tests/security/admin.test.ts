import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { administratorEmail, signInWith } from "../support/administrator";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider";
import { type OwnServer, startServer } from "../support/own-server";
import { absentIds, entries } from "./access.routes";
import { countCases } from "./count-cases";
import { signUp, Visitor } from "./visitor";

let provider: IdentityProvider;
let server: OwnServer;
let administrator: Visitor;
const { expectSafe } = countCases(5, "The administration in a member's hands");

beforeAll(async () => {
  provider = await startIdentityProvider();
  server = await startServer({ ...provider.settings, ADMIN_EMAILS: administratorEmail });
  provider.trust(server.origin);
  administrator = await signInWith(provider, server.origin, administratorEmail);
});
afterAll(async () => {
  await Promise.all([server?.kill(), provider?.close()]);
});

const administration = Object.entries(entries).filter(([key]) => /^\w+ (\/api)?\/admin/.test(key));

async function ask(visitor: Visitor, key: string): Promise<Response> {
  const entry = entries[key];
  if (!entry) throw new Error(`${key} is not listed.`);
  const method = key.split(" ")[0] ?? "";
  const path = entry.path(absentIds());
  if (method === "GET") return visitor.fetch(path);
  return visitor.send(method, path, entry.body?.(absentIds()) ?? {});
}

const usersSchema = z.object({
  users: z.array(z.object({ id: z.string(), email: z.string().nullable(), role: z.string() })),
});

async function idOf(email: string, role = "member"): Promise<string> {
  const found = await administrator.fetch(`/api/admin/users?text=${encodeURIComponent(email)}`);
  const person = usersSchema.parse(await found.json()).users.find((one) => one.role === role);
  if (!person) throw new Error(`${email} is not listed.`);
  return person.id;
}

const change = (id: string, wish: object, by = administrator) =>
  by.send("PATCH", `/api/admin/users/${id}`, wish);

test("a member and a guest find nothing there, and nobody is told to sign in", async () => {
  expect(administration.length).toBeGreaterThanOrEqual(13);
  const member = new Visitor(server.origin);
  await signUp(member);
  const guest = new Visitor(server.origin);
  await guest.signInAsGuest();
  for (const [key] of administration) {
    for (const who of [member, guest]) {
      const refused = await ask(who, key);
      expectSafe(refused.status === 404, `${key}: ${refused.status}`);
      expectSafe(!(await refused.text()).includes(administratorEmail), key);
    }
    const nobody = await ask(new Visitor(server.origin), key);
    const away = nobody.headers.get("location")?.startsWith("/signin");
    expectSafe(nobody.status === 401 || away === true, `${key}: ${nobody.status}`);
    if (key.startsWith("GET")) expect((await ask(administrator, key)).status).toBe(200);
  }
});

test("nothing that an administrator gets says a word of what people say or own", async () => {
  const member = new Visitor(server.origin);
  await signUp(member);
  const word = `canary-${randomUUID()}`;
  const chat = randomUUID();
  const sent = await member.post(`/api/chats/${chat}/messages`, {
    id: randomUUID(),
    text: `List the branches of acme/${word}`,
  });
  // What waits for a connection has no end.
  await sent.body?.cancel();
  for (const [key] of administration.filter(([name]) => name.startsWith("GET"))) {
    const text = await (await ask(administrator, key)).text();
    expectSafe(!text.includes(word) && !text.includes(chat), key);
  }
  const theirs = await administrator.fetch(`/chat/${chat}`);
  expectSafe(theirs.status === 404, `their chat: ${theirs.status}`);
});

test("a policy holds for everybody from then on, and a wrong one is refused as a whole", async () => {
  const open = { deniedTools: [], toolkits: null, models: null };
  const limits = {
    messagesPerMinute: null,
    liveRuns: null,
    tokensPerDay: null,
    attachmentSpaceMb: null,
  };
  const lay = (policy: object) => administrator.send("PUT", "/api/admin/policy", policy);
  for (const wrong of [
    {},
    { ...open },
    { ...open, limits: { ...limits, liveRuns: 0 } },
    { ...open, limits, toolkits: ["github"] },
    { ...open, limits, models: [] },
    { ...open, limits, deniedTools: ["a b"] },
    { ...open, limits, more: 1 },
  ])
    expectSafe((await lay(wrong)).status === 400, JSON.stringify(wrong));
  const denied = { ...open, limits: { ...limits, messagesPerMinute: 1 }, deniedTools: ["*"] };
  expect((await lay(denied)).status).toBe(200);
  expect(await (await administrator.fetch("/api/admin/policy")).json()).toEqual(denied);
  const member = new Visitor(server.origin);
  await signUp(member);
  const send = async () => {
    const message = { id: randomUUID(), text: "Hello" };
    const answer = await member.post(`/api/chats/${randomUUID()}/messages`, message);
    await answer.text();
    return answer.status;
  };
  expect([await send(), await send()]).toEqual([200, 429]);
  expect((await lay({ ...open, limits })).status).toBe(200);
  expect(await send()).toBe(200);
});

test("an address that is typed with a password makes no administrator", async () => {
  const eve = new Visitor(server.origin);
  const details = { email: administratorEmail, password: "correct horse battery" };
  expect((await eve.post("/api/account", { ...details, name: "Eve" })).status).toBe(201);
  expect((await eve.post("/api/auth/password", details)).status).toBe(200);
  expectSafe((await eve.fetch("/api/admin/users")).status === 404, "it did");
});

test("a role counts from the next request on, in both directions, and not by the cookie", async () => {
  const other = new Visitor(server.origin);
  const { email } = await signUp(other);
  const id = await idOf(email);
  expect((await change(id, { role: "admin" })).status).toBe(200);
  expect((await other.fetch("/api/admin/users")).status).toBe(200);
  expect((await other.fetch("/admin")).status).toBe(200);
  expect((await change(id, { role: "member" })).status).toBe(200);
  for (const [key] of administration)
    expectSafe((await ask(other, key)).status === 404, `${key} after it was taken`);
  const stillThere = (await other.fetch("/api/chats")).status;
  expect(stillThere).toBe(200);
});

test("who is disabled is out at once, in every browser, and told why when they sign in", async () => {
  const first = new Visitor(server.origin);
  const credentials = await signUp(first);
  const second = new Visitor(server.origin);
  await second.post("/api/auth/password", credentials);
  const id = await idOf(credentials.email);
  expect((await change(id, { disabled: true })).status).toBe(200);
  for (const browser of [first, second])
    expectSafe(!(await browser.isSignedIn()), "a session went on");
  const again = await new Visitor(server.origin).post("/api/auth/password", credentials);
  expectSafe(again.status === 403, `${again.status}`);
  expect(await again.text()).toContain("account_disabled");
  expect((await change(id, { disabled: false })).status).toBe(200);
  expectSafe(!(await first.isSignedIn()), "an old session came back");
  expect((await first.post("/api/auth/password", credentials)).status).toBe(200);
});

test("nobody takes the administration from themselves, and wrong wishes are refused", async () => {
  const own = await idOf(administratorEmail, "admin");
  for (const wish of [{ role: "member" }, { disabled: true }])
    expectSafe((await change(own, wish)).status === 409, JSON.stringify(wish));
  for (const wish of [{}, { role: "owner" }, { role: "admin", disabled: false }, { name: "x" }])
    expectSafe((await change(randomUUID(), wish)).status === 400, JSON.stringify(wish));
  expect((await change(randomUUID(), { disabled: true })).status).toBe(404);
  expect((await change("nobody", { disabled: true })).status).toBe(404);
});
