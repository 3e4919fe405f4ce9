import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type HttpServer, startHttpServer } from "../support/http-server";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { Visitor } from "./visitor";

type Email = { email: string; is_primary: boolean; is_confirmed: boolean };

const consumer = { key: "a-consumer", secret: "a-secret-of-the-consumer" };
let bitbucket: HttpServer;
let server: OwnServer;
/** By code, who agreed and what their browser was sent with. */
const codes = new Map<string, { uuid: string; challenge: string }>();
const tokens = new Map<string, string>();
let emails: Email[];
let status: number;
const { expectSafe } = countCases(12, "Signed in without Bitbucket's word for it");

async function token(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const given = codes.get(form.get("code") ?? "");
  codes.delete(form.get("code") ?? "");
  const verifier = createHash("sha256").update(form.get("code_verifier") ?? "");
  const login = Buffer.from(`${consumer.key}:${consumer.secret}`).toString("base64");
  if (request.headers.get("authorization") !== `Basic ${login}`)
    return Response.json({ error: "invalid_client" }, { status: 401 });
  if (!given || given.challenge !== verifier.digest("base64url"))
    return Response.json({ error: "invalid_grant" }, { status: 400 });
  const access_token = randomUUID();
  tokens.set(access_token, given.uuid);
  return Response.json({ access_token, token_type: "bearer", scopes: "account email" });
}

function user(request: Request): Response {
  const bearer = request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
  const uuid = tokens.get(bearer);
  if (!uuid || status !== 200) return Response.json({}, { status: uuid ? status : 401 });
  if (request.url.endsWith("/emails")) return Response.json({ values: emails });
  return Response.json({ uuid, display_name: "Jane\u202E Example", nickname: "jane", links: {} });
}

beforeAll(async () => {
  bitbucket = await startHttpServer((request) =>
    request.url.endsWith("/site/oauth2/access_token") ? token(request) : user(request),
  );
  server = await startServer({
    BITBUCKET_CLIENT_ID: consumer.key,
    BITBUCKET_CLIENT_SECRET: consumer.secret,
    BITBUCKET_URL: bitbucket.origin,
    BITBUCKET_API_URL: bitbucket.origin,
    ALLOWED_EMAIL_DOMAINS: "acme.example,acme.test",
  });
});
afterAll(async () => {
  await Promise.all([server?.kill(), bitbucket?.close()]);
});
beforeEach(() => {
  status = 200;
  emails = [
    { email: "jane@home.example", is_primary: true, is_confirmed: true },
    { email: "Jane@Acme.Test", is_primary: false, is_confirmed: true },
  ];
});

/** Signs in, and answers where that leads. */
async function signIn(visitor: Visitor, uuid: string): Promise<string> {
  const begun = await visitor.post("/api/auth/providers/bitbucket", { next: "/usage" });
  const { address } = z.object({ address: z.string() }).parse(await begun.json());
  const asked = new URL(address);
  expect(`${asked.origin}${asked.pathname}`).toBe(`${bitbucket.origin}/site/oauth2/authorize`);
  const { client_id, scope, redirect_uri, code_challenge, state } = Object.fromEntries(
    asked.searchParams,
  );
  expect(client_id).toBe(consumer.key);
  expect(scope).toBe("account email");
  expect(redirect_uri).toBe(`${server.origin}/api/auth/callback/bitbucket`);
  const code = randomUUID();
  codes.set(code, { uuid, challenge: code_challenge ?? "" });
  const query = new URLSearchParams({ code, state: state ?? "" });
  const back = await visitor.fetch(`/api/auth/callback/bitbucket?${query}`);
  return back.headers.get("location") ?? String(back.status);
}

test("somebody comes in by an address that is confirmed and allowed, and is the same the next time", async () => {
  const uuid = `{${randomUUID()}}`;
  const first = new Visitor(server.origin);
  expect(await signIn(first, uuid)).toBe("/usage");
  const page = await (await first.fetch("/settings")).text();
  expect(page).toContain("jane@acme.test");
  expectSafe(!page.includes("\u202E"), "the name turns the text around it");
  const name = `Project ${randomUUID()}`;
  expect((await first.post("/api/projects", { id: randomUUID(), name })).ok).toBe(true);
  const second = new Visitor(server.origin);
  await signIn(second, uuid);
  expect(await (await second.fetch("/api/projects")).text()).toContain(name);
  const other = new Visitor(server.origin);
  await signIn(other, `{${randomUUID()}}`);
  expectSafe(!(await (await other.fetch("/api/projects")).text()).includes(name), "it was joined");
});

test.each([
  ["an address that is not confirmed", { is_confirmed: false }, "email_not_verified"],
  ["an address of another domain", { email: "eve@evil.example" }, "domain_not_allowed"],
])("%s is refused", async (_what, change, code) => {
  emails = [{ email: "eve@acme.test", is_primary: true, is_confirmed: true, ...change }];
  const visitor = new Visitor(server.origin);
  expect(await signIn(visitor, `{${randomUUID()}}`)).toBe(`/signin?error=${code}&next=%2Fusage`);
  expectSafe(!(await visitor.isSignedIn()), code);
});

test.each([
  [503, "identity_provider_unreachable"],
  [403, "sign_in_failed"],
  [302, "sign_in_failed"],
])("when it does not say who it is (%d), nobody comes in", async (answered, code) => {
  status = answered;
  const visitor = new Visitor(server.origin);
  expect(await signIn(visitor, `{${randomUUID()}}`)).toContain(`error=${code}`);
  expectSafe(!(await visitor.isSignedIn()), code);
});
