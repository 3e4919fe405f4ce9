import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type IdentityProvider, logIn, startIdentityProvider } from "../support/identity-provider";
import { type OwnServer, startServer } from "../support/own-server";
import { countCases } from "./count-cases";
import { signUp, Visitor } from "./visitor";

const domain = "acme.example";
let provider: IdentityProvider;
/** `strict` lets one domain in, `open` all of them. */
let strict: OwnServer;
let open: OwnServer;
let output = "";
const { expectSafe } = countCases(12, "Signed in without the provider's word for it");

beforeAll(async () => {
  provider = await startIdentityProvider();
  const onOutput = (text: string) => {
    output += text;
  };
  [strict, open] = await Promise.all([
    startServer({ ...provider.settings, ALLOWED_EMAIL_DOMAINS: domain }, { onOutput }),
    startServer(provider.settings, { onOutput }),
  ]);
});
afterAll(async () => {
  await Promise.all([strict?.kill(), open?.kill(), provider?.close()]);
});

let login: string;
beforeEach(() => {
  login = randomUUID();
  provider.people.set(login, {
    name: "Jane Example",
    email: `${login}@${domain}`,
    email_verified: true,
  });
  provider.trust(strict.origin);
});

const addressSchema = z.object({ address: z.string() });

async function begin(visitor: Visitor, next?: string): Promise<string> {
  const response = await visitor.post(
    "/api/auth/providers/oidc",
    next === undefined ? {} : { next },
  );
  return addressSchema.parse(await response.json()).address;
}

/** Opens the address a provider sent a browser back to; answers where it leads. */
async function comeBack(visitor: Visitor, { pathname, search }: URL): Promise<string> {
  const response = await visitor.fetch(`${pathname}${search}`);
  return response.headers.get("location") ?? String(response.status);
}

async function signIn(visitor: Visitor, next?: string): Promise<string> {
  return comeBack(visitor, await logIn(await begin(visitor, next), login));
}

const refusal = (code: string) => new RegExp(`^/signin\\?error=${code}&next=`);
const accountSchema = z.object({ status: z.number(), page: z.string() });

/** The page that says who somebody is. */
async function settingsOf(visitor: Visitor) {
  const response = await visitor.fetch("/settings");
  return accountSchema.parse({ status: response.status, page: await response.text() });
}

/** Something that shows whether two sessions are the same person's. */
async function ownProject(visitor: Visitor): Promise<string> {
  const name = `Project ${randomUUID()}`;
  const made = await visitor.post("/api/projects", { id: randomUUID(), name });
  expect(made.ok).toBe(true);
  return name;
}
const projects = async (visitor: Visitor) => (await visitor.fetch("/api/projects")).text();

describe("with an OpenID Connect provider", () => {
  test("somebody comes in, comes back as the same person, and has what they had", async () => {
    const first = new Visitor(strict.origin);
    expect(await signIn(first, "/connections")).toBe("/connections");
    const { status, page } = await settingsOf(first);
    expect(status).toBe(200);
    expect(page).toContain("Jane Example");
    expect(page).toContain(`${login}@${domain}`);
    const project = await ownProject(first);

    provider.people.set(login, {
      name: "Jane Other",
      email: `j@${domain}`,
      email_verified: "true",
    });
    const second = new Visitor(strict.origin);
    expect(await signIn(second)).toBe("/");
    expect(await projects(second)).toContain(project);
    expect((await settingsOf(second)).page).toContain("Jane Other");
    const deleted = await second.send("DELETE", "/api/account", {});
    expect(deleted.status).toBe(200);
    expect(await first.isSignedIn()).toBe(false);
    const third = new Visitor(strict.origin);
    expect(await signIn(third)).toBe("/");
    expect(await projects(third)).not.toContain(project);
  });

  test("the address asks for a code with PKCE, state and nonce, and tells no secret", async () => {
    const address = new URL(await begin(new Visitor(strict.origin), "/audit"));
    expect(address.origin).toBe(provider.issuer);
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      scope: "openid profile email",
      redirect_uri: `${strict.origin}/api/auth/callback/oidc`,
    });
    for (const value of [asked.state, asked.nonce, asked.code_challenge])
      expect(value?.length).toBeGreaterThan(30);
    expect(address.href).not.toContain(provider.settings.OIDC_CLIENT_SECRET);
  });

  test("leads to no other site", async () => {
    for (const next of ["//evil.example", "https://evil.example/x", "/\\evil.example"]) {
      const location = await signIn(new Visitor(strict.origin), next);
      expectSafe(/^\/(?![/\\])/.test(location), `${next} led to ${location}`);
    }
  });

  test("ends the session that the browser had", async () => {
    const visitor = new Visitor(strict.origin);
    await visitor.signInAsGuest();
    const guest = visitor.copy();
    await signIn(visitor);
    expect(await visitor.isSignedIn()).toBe(true);
    expectSafe(!(await guest.isSignedIn()), "the guest's session went on");
  });

  test("nobody gets into the account that has the same e-mail address and a password", async () => {
    const member = new Visitor(open.origin);
    const { email } = await signUp(member);
    const project = await ownProject(member);
    provider.people.set(login, { name: "Eve", email, email_verified: true });
    provider.trust(open.origin);
    const other = new Visitor(open.origin);
    await signIn(other);
    expect(await other.isSignedIn()).toBe(true);
    expectSafe(!(await projects(other)).includes(project), "it was joined");
  });

  test("an account is its issuer's and subject's, whatever the e-mail address", async () => {
    provider.trust(open.origin);
    const first = new Visitor(open.origin);
    await signIn(first);
    const project = await ownProject(first);
    const claims = provider.people.get(login);
    login = randomUUID();
    provider.people.set(login, { ...claims });
    const second = new Visitor(open.origin);
    await signIn(second);
    expectSafe(!(await projects(second)).includes(project), "it was joined");
  });
});

describe("is refused, and says why", () => {
  const refuse = async (visitor: Visitor, location: string, code: string) => {
    expect(location).toMatch(refusal(code));
    expectSafe(!(await visitor.isSignedIn()), code);
  };

  test.each([
    ["an address that is not verified", { email_verified: false }, "email_not_verified"],
    ["an address of which it is not said", {}, "email_not_verified"],
    [
      "an address of another domain",
      { email: "eve@evil.example", email_verified: true },
      "domain_not_allowed",
    ],
    [
      "a domain that ends the same",
      { email: `eve@not${domain}`, email_verified: true },
      "domain_not_allowed",
    ],
    [
      "a domain that begins the same",
      { email: `eve@${domain}.evil.example`, email_verified: true },
      "domain_not_allowed",
    ],
  ])("%s", async (_what, claims, code) => {
    provider.people.set(login, { name: "Eve", email: `${login}@${domain}`, ...claims });
    const visitor = new Visitor(strict.origin);
    const location = await signIn(visitor, "/audit");
    await refuse(visitor, location, code);
    expect(location).toContain("next=%2Faudit");
    const page = await (await visitor.fetch(location)).text();
    expect(page).toContain(code === "email_not_verified" ? "has not verified" : "of this domain");
  });

  test("where any domain may come in, an address that is not verified is nobody's", async () => {
    provider.trust(open.origin);
    const email = `${login}@elsewhere.example`;
    provider.people.set(login, { name: "Jane", email, email_verified: false });
    const visitor = new Visitor(open.origin);
    expect(await signIn(visitor)).toBe("/");
    expectSafe(!(await settingsOf(visitor)).page.includes(email), "it was believed");
  });

  test("somebody who does not agree", async () => {
    const visitor = new Visitor(strict.origin);
    const returned = await logIn(await begin(visitor), null);
    const stranger = new Visitor(strict.origin);
    await refuse(stranger, await comeBack(stranger, returned), "sign_in_failed");
    await refuse(visitor, await comeBack(visitor, returned), "sign_in_cancelled");
    const words = { "accept-language": "de" };
    const german = await visitor.fetch("/signin?error=sign_in_cancelled", { headers: words });
    expect(await german.text()).toContain("Die Anmeldung wurde nicht zu Ende geführt.");
  });

  const tampered: [string, (address: URL) => void][] = [
    ["a nonce that was not asked for", (address) => address.searchParams.set("nonce", "other")],
    ["a state that was not sent", (address) => address.searchParams.set("state", "other")],
  ];
  test.each(tampered)("%s", async (_what, change) => {
    const visitor = new Visitor(strict.origin);
    const address = new URL(await begin(visitor));
    change(address);
    const returned = await logIn(address.href, login);
    await refuse(visitor, await comeBack(visitor, returned), "sign_in_failed");
  });

  test("another's code in one's own answer, and another's answer in one's own browser", async () => {
    const [victim, attacker] = [new Visitor(strict.origin), new Visitor(strict.origin)];
    const answers = await Promise.all([
      logIn(await begin(victim), randomUUID()),
      logIn(await begin(attacker), login),
    ]);
    const [own, foreign] = answers;
    const injected = new URL(own);
    injected.searchParams.set("code", foreign.searchParams.get("code") ?? "");
    const stranger = new Visitor(strict.origin);
    await refuse(stranger, await comeBack(stranger, foreign), "sign_in_failed");
    await refuse(victim, await comeBack(victim, injected), "sign_in_failed");
    const later = new Visitor(strict.origin);
    await begin(later);
    await refuse(later, await comeBack(later, foreign), "sign_in_failed");
  });

  test("the same code once more, also with a copy of the cookies", async () => {
    const visitor = new Visitor(strict.origin);
    const returned = await logIn(await begin(visitor), login);
    const copy = visitor.copy();
    expect(await comeBack(visitor, returned)).toBe("/");
    await refuse(copy, await comeBack(copy, returned), "sign_in_failed");
    expect(await comeBack(visitor, returned)).toMatch(refusal("sign_in_failed"));
  });

  test("an answer for another provider, one that is not switched on, and none at all", async () => {
    const visitor = new Visitor(strict.origin);
    const returned = await logIn(await begin(visitor), login);
    for (const name of ["bitbucket", "password", "guest", "nobody"]) {
      const elsewhere = await visitor.fetch(`/api/auth/callback/${name}${returned.search}`);
      expectSafe(elsewhere.status === 404, `${name}: ${elsewhere.status}`);
      expectSafe((await visitor.post(`/api/auth/providers/${name}`)).status === 404, name);
    }
    const stranger = new Visitor(strict.origin);
    const bare = new URL("/api/auth/callback/oidc", strict.origin);
    await refuse(stranger, await comeBack(stranger, bare), "sign_in_failed");
  });

  test("an account with a password of another domain", async () => {
    const made = (email: string) =>
      new Visitor(strict.origin).post("/api/account", { name: "E", email, password: randomUUID() });
    const refused = await made(`${randomUUID()}@evil.example`);
    expectSafe(refused.status === 403, `${refused.status}`);
    expect(await refused.text()).toContain("domain_not_allowed");
    expect((await made(`${randomUUID()}@${domain}`)).status).toBe(201);
  });
});

test("a provider that is away is said to be, before and after one was there", async () => {
  const away = await startIdentityProvider();
  const server = await startServer({ ...away.settings, PASSWORD_SIGN_IN: "off", GUESTS: "off" });
  try {
    away.trust(server.origin);
    const visitor = new Visitor(server.origin);
    const returned = await logIn(await begin(visitor), login);
    await away.close();
    expect(await comeBack(visitor, returned)).toMatch(refusal("identity_provider_unreachable"));
    const begun = await visitor.post("/api/auth/providers/oidc");
    expect(begun.status).toBe(502);
    expect(await begun.text()).toContain("identity_provider_unreachable");

    const page = await (await visitor.fetch("/signin")).text();
    expect(page).toContain("Continue with Acme");
    expect(page).not.toMatch(/type="password"|Continue as guest/);
    const details = { name: "Eve", email: "eve@evil.example", password: "correct horse battery" };
    for (const [path, body] of [
      ["/api/auth/guest", {}],
      ["/api/account", details],
      ["/api/auth/password", { email: details.email, password: details.password }],
    ] as const)
      expectSafe((await visitor.post(path, body)).status === 403, path);
  } finally {
    await server.kill();
  }
});

test("wrong answers are counted as wrong passwords are", async () => {
  const server = await startServer({ ...provider.settings, SIGN_IN_TRIES: "5" });
  try {
    const wrong = new URL("/api/auth/callback/oidc?code=x&state=y", server.origin);
    const locations: string[] = [];
    for (let time = 0; time < 6; time += 1)
      locations.push(await comeBack(new Visitor(server.origin), wrong));
    expect(
      locations.slice(0, 5).every((location) => refusal("sign_in_failed").test(location)),
    ).toBe(true);
    expectSafe(refusal("too_many_requests").test(locations[5] ?? ""), "the sixth was looked at");
  } finally {
    await server.kill();
  }
});

test("the log says that a sign-in failed, and nothing of it", () => {
  expect(output).toContain('"event":"sign_in.refused"');
  expect(output).toMatch(/"event":"sign_in.provider_failed".*"kind":/);
  const secrets = [provider.settings.OIDC_CLIENT_SECRET ?? "", "code=", "Jane", domain, "id_token"];
  for (const secret of secrets) expectSafe(!output.includes(secret), `the log has ${secret}`);
});
