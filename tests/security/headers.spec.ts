import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { send } from "../browser/api";
import { ask, chatPath, signInAsGuest, untilAnswered } from "../browser/support";
import { startServer } from "../support/own-server";
import { reportRow } from "./report";

/** What an answer is decides what its headers have to say. */
type Kind = "page" | "copy" | "data" | "file";
type Answer = { status: number; headers: Record<string, string> };
type Check = (answer: Answer) => boolean;

const policyOf = ({ headers }: Answer) =>
  new Map(
    (headers["content-security-policy"] ?? "").split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
const says =
  (name: string, value: RegExp): Check =>
  ({ headers }) =>
    value.test(headers[name] ?? "");

const always: Record<string, Check> = {
  nosniff: says("x-content-type-options", /^nosniff$/),
  "no frames": says("x-frame-options", /^DENY$/),
  "no opener": says("cross-origin-opener-policy", /^same-origin$/),
  "no embedding": says("cross-origin-resource-policy", /^same-origin$/),
  "no prefetched names": says("x-dns-prefetch-control", /^off$/),
  "a private referrer": says("referrer-policy", /^(no-referrer|same-origin)$/),
  "refused features": says("permissions-policy", /camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  "https only from now on": says("strict-transport-security", /^max-age=(\d{8,})$/),
  "no maker's name": ({ headers }) => !("x-powered-by" in headers) && !("server" in headers),
  "no other origin": ({ headers }) => !("access-control-allow-origin" in headers),
};

const policed: Record<string, Check> = {
  "nothing by default": (answer) => policyOf(answer).get("default-src")?.join() === "'none'",
  "nothing unsafe": ({ headers }) =>
    !/unsafe|\*|data:|blob:|https?:/.test(headers["content-security-policy"] ?? ""),
  "no base": (answer) => policyOf(answer).get("base-uri")?.join() === "'none'",
  "no frame around it": (answer) => policyOf(answer).get("frame-ancestors")?.join() === "'none'",
};

const checks: Record<Kind, Record<string, Check>> = {
  page: {
    ...always,
    ...policed,
    "our own scripts and those with the nonce": (answer) =>
      /^'self' 'nonce-[\w+/]{22}=='$/.test(policyOf(answer).get("script-src")?.join(" ") ?? ""),
    "forms to ourselves alone": (answer) =>
      policyOf(answer).get("form-action")?.join() === "'self'",
  },
  copy: {
    ...always,
    ...policed,
    "no script": (answer) => !policyOf(answer).has("script-src"),
    "no form": (answer) => policyOf(answer).get("form-action")?.join() === "'none'",
    "kept by nobody": says("cache-control", /^no-store$/),
    "found by nobody": says("x-robots-tag", /^noindex, nofollow, noarchive$/),
  },
  data: { ...always, ...policed },
  file: always,
};

/** An address of each kind of answer there is, by name. */
async function addresses(page: Page): Promise<Record<string, [kind: Kind, path: string]>> {
  await signInAsGuest(page);
  await ask(page, "help");
  await untilAnswered(page);
  const chat = await chatPath(page);
  const shared = await send(page, "POST", `/api${chat.replace("chat", "chats")}/shares`, {});
  const pathSchema = z.object({ path: z.string() });
  const share = pathSchema.parse(await shared.json()).path;
  const attempt = await send(page, "POST", "/api/connections", { toolkit: "bitbucket" });
  const connect = pathSchema.parse(await attempt.json()).path;
  const attribute = (selector: string, name: string) =>
    page.locator(selector).first().getAttribute(name);
  return {
    app: ["page", "/"],
    chat: ["page", chat],
    "another's chat": ["page", "/chat/0b2f6f2e-6f0c-4f5e-9d2a-3f1f5a9f7c11"],
    connections: ["page", "/connections"],
    permissions: ["page", "/permissions"],
    connect: ["page", connect],
    callback: ["page", "/connect/callback?state=x"],
    shares: ["page", "/shares"],
    continue: ["page", `/continue/${share.replace("/share/", "")}?version=1`],
    share: ["copy", share],
    "no share": ["copy", "/share/nothing"],
    "no page": ["page", "/nothing/here"],
    "an address that is none": ["page", "/%ff"],
    "chats as data": ["data", "/api/chats"],
    "no such chat": ["data", "/api/chats/x"],
    "no such handler": ["data", "/api/nothing"],
    health: ["data", "/api/health/live"],
    script: ["file", (await attribute('script[src^="/_next/static"]', "src")) ?? ""],
    style: ["file", (await attribute('link[rel="stylesheet"]', "href")) ?? ""],
    icon: ["file", (await attribute('link[rel="icon"]', "href")) ?? ""],
    "no file": ["file", "/_next/static/nothing.js"],
  };
}

test("every kind of answer carries the headers of its kind", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const kinds = await addresses(page);
  const behindProxy = await startServer({ TRUST_PROXY: "1" });
  const guest = { ...kinds, "sign-in": ["page", "/signin"] as [Kind, string] };
  const wrong: string[] = [];
  let cases = 0;
  for (const [name, [kind, path]] of Object.entries(guest)) {
    const client =
      name === "sign-in" ? (await page.context().browser()?.newContext())?.request : page.request;
    const address = `${baseURL}${path}`;
    const response = await client?.get(address, { maxRedirects: 0 });
    // As a proxy that ends TLS says it, to a server that believes its proxy. Nobody is signed in there.
    const secure = await client?.get(`${behindProxy.origin}${path}`, {
      headers: { "x-forwarded-proto": "https" },
      maxRedirects: 0,
    });
    const transport = "strict-transport-security";
    const answer = {
      status: response?.status() ?? 0,
      headers: { ...response?.headers(), [transport]: secure?.headers()[transport] ?? "" },
    };
    for (const [words, check] of Object.entries(checks[kind])) {
      cases += 1;
      if (!check(answer)) wrong.push(`${name} (${answer.status}): ${words}`);
    }
  }
  await behindProxy.kill();
  reportRow({ row: 28, title: "Headers", cases, gotThrough: wrong.length });
  expect(wrong).toEqual([]);
});

test("a shared copy is left without a trace, and kept by nobody", async ({ page, baseURL }) => {
  const { share, "no share": revoked, callback } = await addresses(page);
  for (const [, path] of [share, revoked, callback].filter((one) => one !== undefined)) {
    const { headers } = await page.request.get(`${baseURL}${path}`).then((response) => ({
      headers: response.headers(),
    }));
    expect(headers["referrer-policy"]).toBe("no-referrer");
    if (path.startsWith("/share/"))
      expect(headers["x-robots-tag"]).toBe("noindex, nofollow, noarchive");
  }
});

test("a nonce is used once", async ({ request }) => {
  const policies = new Set<string | undefined>();
  for (let round = 0; round < 20; round += 1)
    policies.add((await request.get("/signin")).headers()["content-security-policy"]);
  expect(policies.size).toBe(20);
});

test("no service of ours fetches what a caller names", async ({ request }) => {
  for (const address of ["/icon.svg", "/api/health/live", "http://leak.example/x.png"]) {
    const query = new URLSearchParams({ url: address, w: "64", q: "75" });
    expect((await request.get(`/_next/image?${query}`)).status()).toBe(404);
  }
});

test("without https nothing is said about it", async ({ request }) => {
  expect((await request.get("/signin")).headers()).not.toHaveProperty("strict-transport-security");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page works under its policy, in ${colorScheme}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ colorScheme });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      const refused = /status of 40[04]/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !refused)
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    const kinds = await addresses(page);
    for (const [kind, path] of Object.values(kinds)) {
      if (kind !== "page" && kind !== "copy") continue;
      await page.goto(`${baseURL}${path}`);
      await page.locator("main, body").first().waitFor();
    }
    reportRow({
      row: 28,
      title: `Refused by our own policy (${colorScheme})`,
      cases: Object.keys(kinds).length,
      gotThrough: complaints.length,
    });
    expect(complaints).toEqual([]);
  });
}
