import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { signUp, Visitor } from "./visitor";

let server: OwnServer;
let encrypted: OwnServer;
const { expectSafe } = countCases(12, "Session taken over");

beforeAll(async () => {
  [server, encrypted] = await Promise.all([
    startServer(),
    startServer({ APP_URL: "https://branchline.example", TRUST_PROXY: "1" }),
  ]);
});
afterAll(async () => {
  await Promise.all([server.kill(), encrypted.kill()]);
});

const visitor = () => new Visitor(server.origin);
const sessionOf = (who: Visitor) =>
  /(?:__Host-)?branchline\.session=([^;]*)/.exec(who.cookies)?.[1];

/** Pages, calls and dead ends, whose answers may carry cookies. */
const places = [
  "/",
  "/signin",
  "/signin?next=//evil.example",
  "/connections",
  "/archived",
  "/permissions",
  "/connect/callback?state=x",
  `/connect/${randomUUID()}`,
  `/chat/${randomUUID()}`,
  "/share/none",
  "/nowhere",
  "/api/chats",
  "/api/shares",
  "/api/actions",
  "/api/connections",
  "/api/permissions",
  "/api/health/ready",
  "/api/auth/session",
  "/api/auth/csrf",
  "/api/auth/providers",
  "/api/auth/signin",
  "/api/auth/signout",
  "/api/auth/callback/guest",
];

async function cookiesOf(who: Visitor): Promise<string[]> {
  for (const place of places) await (await who.fetch(place)).body?.cancel();
  await who.signInAsGuest();
  for (const place of places) await (await who.fetch(place)).body?.cancel();
  await who.post("/api/auth/sign-out");
  await signUp(who);
  await who.post("/api/auth/sign-out", { everywhere: true });
  return who.setCookies;
}

describe("cookies", () => {
  test("over https are __Host-, and out of reach of scripts and other sites", async () => {
    const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": "branchline.example" };
    const origin = { origin: "https://branchline.example" };
    const who = new Visitor(encrypted.origin, { ...forwarded, ...origin });
    const cookies = await cookiesOf(who);
    expect(cookies.length).toBeGreaterThanOrEqual(4);
    for (const cookie of cookies) {
      expectSafe(/^__Host-branchline\.\w+=/.test(cookie), cookie);
      expectSafe(/; httponly/i.test(cookie) && /; secure/i.test(cookie), cookie);
      expectSafe(/; samesite=lax/i.test(cookie) && /; path=\/(;|$)/i.test(cookie), cookie);
      expectSafe(!/domain=/i.test(cookie), cookie);
    }
  });

  test("over http have no name that promises more, and are out of reach as well", async () => {
    for (const cookie of await cookiesOf(visitor())) {
      expectSafe(/^branchline\.\w+=/.test(cookie), cookie);
      expectSafe(/; httponly/i.test(cookie) && /; samesite=lax/i.test(cookie), cookie);
      expectSafe(!/domain=/i.test(cookie), cookie);
    }
  });

  test("next-auth's own endpoints are not there", async () => {
    for (const place of places.filter((path) => path.startsWith("/api/auth/")))
      expectSafe((await visitor().fetch(place)).status === 404, place);
  });
});

describe("a session", () => {
  test("is a new one at each sign-in, and the one before is dead", async () => {
    for (let time = 0; time < 5; time += 1) {
      const who = visitor();
      await who.signInAsGuest();
      const before = who.copy();
      await signUp(who);
      expectSafe(sessionOf(who) !== sessionOf(before), "the same session");
      expectSafe(!(await before.isSignedIn()), "the session before lives on");
      expectSafe(await who.isSignedIn(), "the new session is dead");
    }
  });

  test("cannot be planted: what a browser brings along is not what it leaves with", async () => {
    const attacker = visitor();
    await attacker.signInAsGuest();
    const planted = [attacker.cookies, `branchline.session=${randomUUID()}`, "branchline.session="];
    for (const cookies of planted) {
      const victim = visitor();
      victim.cookies = cookies;
      await signUp(victim);
      expectSafe(!cookies.includes(`${sessionOf(victim)}`), "the planted session was kept");
    }
    expectSafe(!(await attacker.isSignedIn()), "the attacker shares a session");
  });

  test("that is signed out of is dead in every copy within a second", async () => {
    for (let time = 0; time < 5; time += 1) {
      const who = visitor();
      await who.signInAsGuest();
      const copy = who.copy();
      expect(await copy.isSignedIn()).toBe(true);
      const started = performance.now();
      await who.post("/api/auth/sign-out");
      expectSafe(!(await copy.isSignedIn()), "the copy lives on");
      expectSafe(performance.now() - started < 1_000, "it took more than a second");
      expectSafe(!(await who.isSignedIn()), "the cookie lives on");
    }
  });

  test("ends on every device, and on no other person's", async () => {
    const [first, second, stranger] = [visitor(), visitor(), visitor()];
    const credentials = await signUp(first);
    await second.post("/api/auth/password", credentials);
    await signUp(stranger);
    expect(await second.isSignedIn()).toBe(true);
    await first.post("/api/auth/sign-out", { everywhere: true });
    expectSafe(!(await first.isSignedIn()), "this device lives on");
    expectSafe(!(await second.isSignedIn()), "the other device lives on");
    expectSafe(await stranger.isSignedIn(), "a stranger was signed out");
  });

  test("that was made up, changed or signed by others is none", async () => {
    const who = visitor();
    await who.signInAsGuest();
    const real = sessionOf(who) ?? "";
    const segments = real.split(".");
    const changed = segments.map((segment, index) =>
      segments
        .map((same, place) =>
          place === index ? `${segment.slice(0, -2)}${segment ? "AA" : "A"}` : same,
        )
        .join("."),
    );
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const unsigned = `${encode({ alg: "none" })}.${encode({ sub: "x", sessionId: randomUUID() })}.`;
    const foreign = new Visitor(encrypted.origin);
    const forged = [...changed, unsigned, "", "null", real.slice(1), `${real}A`, "a".repeat(8_000)];
    for (const value of forged) {
      const forger = visitor();
      forger.cookies = `branchline.session=${value}`;
      expectSafe(!(await forger.isSignedIn()), value.slice(0, 40));
    }
    // Another installation knows neither the row nor, for its own name, the cookie.
    foreign.cookies = `__Host-branchline.session=${real}; branchline.session=${real}`;
    expectSafe(!(await foreign.isSignedIn()), "another installation's cookie");
    expect(await who.isSignedIn()).toBe(true);
  });
});

const elsewhere = [
  "//evil.example",
  "///evil.example",
  "////evil.example/%2e%2e",
  "https://evil.example/",
  "http:evil.example",
  "HTTPS:/evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "@evil.example",
  ".evil.example",
  "//evil.example@localhost/",
  "http://localhost.evil.example/",
  " //evil.example",
  "/\u2028/evil.example",
  "http://[",
];

describe("nothing leads to another site", () => {
  const staysAt = (path: string, origin: string) => new URL(path, origin).origin === origin;

  test("after sign-in", async () => {
    for (const next of elsewhere) {
      const who = visitor();
      expectSafe(staysAt(await who.signInAsGuest(next), server.origin), next);
    }
    const who = visitor();
    const credentials = await signUp(who);
    for (const next of elsewhere) {
      const signedIn = await who.post("/api/auth/password", { ...credentials, next });
      const { path } = (await signedIn.json()) as { path: string };
      expectSafe(staysAt(path, server.origin), next);
    }
  });

  test("from a page, signed in or not", async () => {
    const who = visitor();
    await who.signInAsGuest();
    for (const next of elsewhere)
      for (const path of [
        `/signin?next=${encodeURIComponent(next)}`,
        `/signin?callbackUrl=${encodeURIComponent(next)}`,
        `/connect/callback?state=${encodeURIComponent(next)}`,
        `/connections?next=${encodeURIComponent(next)}`,
      ])
        for (const browser of [visitor(), who]) {
          const location = (await browser.fetch(path)).headers.get("location");
          expectSafe(!location || staysAt(location, server.origin), `${path} → ${location}`);
        }
  });

  test("from a path that looks like an address", async () => {
    for (const next of elsewhere.filter((path) => path.startsWith("/"))) {
      const location = (await visitor().fetch(`/${encodeURI(next)}`)).headers.get("location");
      expectSafe(!location || staysAt(location, server.origin), `${next} → ${location}`);
    }
  });
});
