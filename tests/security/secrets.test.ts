import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { dispatch, FakeWire, linkSecret } from "../support/fake-wire";
import type { ModelStep } from "../support/model-stream";
import { reportRow } from "./report";
import { filesBelow } from "./secrets.places";
import { type Found, leaksOf } from "./secrets.search";
import { lookAround, Searched } from "./secrets.searched";
import { consentAs, Member, yes } from "./support/member";

let cases = 0;
let gotThrough = 0;
afterAll(() => {
  reportRow({ row: 15, title: "Secrets in a place that need not know them", cases, gotThrough });
});

const random = () => randomBytes(24).toString("base64url");
function expectNoLeak({ secrets, texts }: Searched): void {
  const leaks = leaksOf(secrets, texts);
  cases += secrets.length * texts.length;
  gotThrough += leaks.length;
  expect(leaks).toEqual([]);
}

const once = { actions: 1, answer: () => yes };

/** A sign-in link of the provider's: whoever has it decides about an account. */
const linkBelongs = [/^POST \/connect\/[\w-]+\/open( headers)?$/];
/** Our own page gets to see it, in its address, when it is used up. */
const callbackBelongs = [/^GET \/connect\/callback$/];
const stateOf = (callback: string) => new URL(callback).searchParams.get("state") ?? "";

describe("with hosted services, also when they fail and say too much", () => {
  test("no secret is where it need not be", async () => {
    const searched = new Searched();
    const authSecret = random() + random();
    // Of a provider whose keys look like nothing that could be known by its looks.
    const modelKey = random();
    const routerKey = `ak_${random()}`;
    const tokens = { access_token: random(), refresh_token: random(), client_secret: random() };
    const wire = await FakeWire.start();
    const server = await searched.start({
      AUTH_SECRET: authSecret,
      OPENAI_API_KEY: modelKey,
      OPENAI_BASE_URL: `${wire.origin}/v1`,
      COMPOSIO_API_KEY: routerKey,
      COMPOSIO_BASE_URL: wire.origin,
      MODEL_RETRY_DELAY_MS: "1",
    });
    const prompts: Found[] = [];
    try {
      const link = `https://connect.composio.dev/link/${linkSecret}`;
      /** Accounts as the router keeps them, with the provider's tokens. */
      const accounts = (request: Request) =>
        request.method === "GET" && request.url.includes("/connected_accounts")
          ? Response.json({
              items: wire.accounts.map(({ id, status }) => ({
                id,
                status,
                alias: "jane",
                user_id: "someone",
                toolkit: { slug: "bitbucket" },
                created_at: "2026-11-22T09:00:00Z",
                updated_at: "2026-11-22T09:00:00Z",
                state: { authScheme: "OAUTH2", val: { status, ...tokens } },
                data: { username: "jane", ...tokens },
                params: tokens,
                auth_config: { id: "ac_1", credentials: tokens },
              })),
              next_cursor: null,
              total_pages: 1,
            })
          : undefined;
      const play = (steps: readonly ModelStep[]) => {
        const left = [...steps];
        prompts.push(...wire.asked.map((text) => ({ place: "prompt", text })));
        wire.begin({
          router: accounts,
          execute: () => ({ data: { name: "main", values: [] } }),
          model: () => left.shift() ?? { text: "Done." },
        });
      };
      const manage = {
        name: "COMPOSIO_MANAGE_CONNECTIONS",
        arguments: { toolkits: ["bitbucket"] },
      };
      const look = dispatch(["BITBUCKET_LIST_BRANCHES", { workspace: "acme", repo_slug: "api" }]);
      const make = dispatch(["BITBUCKET_CREATE_BRANCH", { workspace: "acme", repo_slug: "api" }]);

      const member = await Member.join(searched.visitor(server.origin));
      play([{ calls: [manage] }, { calls: [look] }]);
      await member.askAndConnect("Connect", async () => {
        const account = wire.accounts.at(-1);
        if (!account?.callbackUrl) throw new Error("No link was made.");
        account.status = "ACTIVE";
        const value = stateOf(account.callbackUrl);
        searched.secrets.push({ name: "value of the callback", value, belongs: callbackBelongs });
        return account.callbackUrl;
      });
      play([{ calls: [look] }, { calls: [make] }]);
      const chatId = await member.ask("Make a branch", [once]);

      // Services that quote what they were sent, on every way there is.
      const quoted = `Incorrect key ${modelKey} or ${routerKey}; open ${link} (${authSecret.slice(0, 4)})`;
      const said = { error: { message: quoted, type: "x", code: "x", suggested_fix: quoted } };
      for (const status of [400, 401, 403, 404, 409, 500]) {
        play([]);
        wire.script.model = () => Response.json(said, { status });
        await member.ask("Hello");
        play([{ calls: [look] }]);
        wire.script.router = () => Response.json(said, { status });
        await member.ask("Look");
        await member.visitor.fetch("/api/connections");
        await member.visitor.post("/api/connections", { toolkit: "bitbucket" });
        play([{ calls: [look] }]);
        wire.script.answerCall = () => Response.json(said, { status });
        await member.ask("Look");
      }
      play([{ calls: [look] }]);
      wire.script.answerCall = (id) =>
        Response.json({ jsonrpc: "2.0", id, error: { code: -32_602, message: quoted } });
      await member.ask("Look");
      play([{ calls: [look] }]);
      wire.script.execute = () => ({
        error: quoted,
        data: { message: quoted, redirect_url: link },
      });
      await member.ask("Look");
      play([{ text: "Done.", ending: { failed: { code: "server_error", message: quoted } } }]);
      await member.ask("Hello");

      play([]);
      await lookAround(searched, member, chatId);
      prompts.push(...wire.asked.map((text) => ({ place: "prompt", text })));
      searched.secrets.push(
        { name: "AUTH_SECRET", value: authSecret },
        { name: "OPENAI_API_KEY", value: modelKey },
        { name: "COMPOSIO_API_KEY", value: routerKey },
        { name: "password", value: member.password },
        { name: "sign-in link", value: linkSecret, belongs: linkBelongs },
        ...Object.entries(tokens).map(([name, value]) => ({ name, value })),
      );
    } finally {
      await server.terminate();
      await wire.close();
    }
    searched.texts.push(...prompts);
    await searched.collect();
    expect(prompts.length).toBeGreaterThan(20);
    expectNoLeak(searched);
  });
});

describe("with the embedded services", () => {
  test("no secret is where it need not be", async () => {
    const searched = new Searched();
    const promptsFile = join(searched.directory, "prompts.jsonl");
    const watch = pathToFileURL("tests/security/support/watch-prompts.ts").href;
    const server = await searched.start({
      AUTH_SECRET: "",
      NODE_OPTIONS: `--import=${watch}`,
      WATCH_PROMPTS_FILE: promptsFile,
    });
    try {
      const member = await Member.join(searched.visitor(server.origin));
      const consent = async (address: string) => {
        const value = address.split("/").at(-1) ?? "";
        searched.secrets.push({ name: "sign-in link", value, belongs: linkBelongs });
        const callback = await consentAs("jane-acme", new URL(address, server.origin).href);
        const state = stateOf(new URL(callback, server.origin).href);
        searched.secrets.push({
          name: "value of the callback",
          value: state,
          belongs: callbackBelongs,
        });
        return new URL(callback, server.origin).href;
      };
      await member.askAndConnect("List the pull requests in acme/api", consent);
      const chatId = await member.ask("Create a new branch release/2.0 off main in acme/api", [
        once,
      ]);
      await lookAround(searched, member, chatId);
      searched.secrets.push({ name: "password", value: member.password });
    } finally {
      await server.terminate();
    }
    const made = readFileSync(join(searched.directory, "secrets.json"), "utf8");
    const keysSchema = z.record(z.string(), z.string());
    for (const [name, value] of Object.entries(keysSchema.parse(JSON.parse(made))))
      searched.secrets.push({ name, value });
    expect(existsSync(promptsFile)).toBe(true);
    const prompts = readFileSync(promptsFile, "utf8").trim().split("\n");
    expect(prompts.length).toBeGreaterThan(3);
    searched.texts.push(...prompts.map((text) => ({ place: "prompt", text })));
    await searched.collect();
    expectNoLeak(searched);
  });
});

describe("what is sent to every browser", () => {
  /** Words that only code has which never leaves the server. */
  const serverOnly = [
    "secrets.json",
    "x-api-key",
    "PGlite",
    "argon2",
    "password_hash",
    "callback_hash",
  ];

  test("has no code of the server's in it", () => {
    const bundles = filesBelow(".next/static", "bundle");
    expect(bundles.length).toBeGreaterThan(5);
    const found = serverOnly.flatMap((word) =>
      bundles.filter(({ text }) => text.includes(word)).map(({ place }) => `${word}: ${place}`),
    );
    cases += serverOnly.length * bundles.length;
    gotThrough += found.length;
    expect(found).toEqual([]);
  });
});

describe("the search finds a secret", () => {
  const value = "Zx81/secret+value";
  const text = (found: string) => [{ place: "log", text: `before ${found} after` }];
  test.each([
    ["as it is", value],
    ["in an address", encodeURIComponent(value)],
    ["in Base64", Buffer.from(value).toString("base64")],
    ["in the middle of Base64", Buffer.from(`key: ${value}\n`).toString("base64")],
    ["in Base64 for addresses", Buffer.from(`{"k":"${value}"}`).toString("base64url")],
    ["in hexadecimal", Buffer.from(value).toString("hex")],
  ])("%s", (_name, written) => {
    expect(leaksOf([{ name: "key", value }], text(written))).toEqual(["key: log"]);
  });

  test("only where it does not belong", () => {
    const belongs = [/^column user\.key$/];
    const texts = ["column user.key", "column user.keys"].map((place) => ({ place, text: value }));
    expect(leaksOf([{ name: "key", value, belongs }], texts)).toEqual(["key: column user.keys"]);
  });
});
