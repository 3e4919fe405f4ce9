import { expect, test } from "vitest";
import { authSecret } from "@/tests/support/server-settings";
import { modesOf } from "../environment.ts";
import { EnvironmentError, parseSettings } from "./settings.ts";

test("needs nothing: everything is embedded then", () => {
  const settings = parseSettings({});
  expect(settings).toMatchObject({ PORT: 3000, TOOLKITS: ["bitbucket"], AGENT_MAX_STEPS: 10 });
  expect(modesOf(settings)).toEqual({ model: "embedded", router: "embedded" });
});

test("an empty value counts as absent", () => {
  expect(parseSettings({ PORT: "", OPENAI_API_KEY: "  " }).PORT).toBe(3000);
  expect(modesOf(parseSettings({ OPENAI_API_KEY: " " })).model).toBe("embedded");
});

test("either half can be real", () => {
  expect(modesOf(parseSettings({ OPENAI_API_KEY: "k", AUTH_SECRET: authSecret }))).toEqual({
    model: "hosted",
    router: "embedded",
  });
  expect(modesOf(parseSettings({ COMPOSIO_API_KEY: "k", AUTH_SECRET: authSecret }))).toEqual({
    model: "embedded",
    router: "hosted",
  });
});

test("reads a list of toolkits", () => {
  expect(parseSettings({ TOOLKITS: "bitbucket, jira" }).TOOLKITS).toEqual(["bitbucket", "jira"]);
});

test("reads own auth configs and lists of tools", () => {
  const COMPOSIO_AUTH_CONFIGS = "bitbucket=ac_1, jira=ac_2";
  expect(
    parseSettings({
      TOOLKITS: "bitbucket,jira",
      COMPOSIO_AUTH_CONFIGS,
      TOOLS_DENIED: "BITBUCKET_DELETE_*, JIRA_DELETE_ISSUE",
    }),
  ).toMatchObject({
    COMPOSIO_AUTH_CONFIGS: { bitbucket: "ac_1", jira: "ac_2" },
    TOOLS_DENIED: ["BITBUCKET_DELETE_*", "JIRA_DELETE_ISSUE"],
  });
});

const modelNames = (settings: Record<string, string>) => parseSettings(settings).OPENAI_MODELS;

test("reads a list of models, each once", () => {
  expect(modelNames({})).toBeUndefined();
  expect(modelNames({ OPENAI_MODELS: "gpt-5, vendor/small:free,gpt-5" })).toEqual([
    "gpt-5",
    "vendor/small:free",
  ]);
});

test("reads what models cost", () => {
  const { MODEL_PRICES } = parseSettings({ MODEL_PRICES: "gpt-5=1.25/0.125/10, small=0/0/2" });
  expect([...(MODEL_PRICES ?? [])]).toEqual([
    ["gpt-5", { input: 1.25, cachedInput: 0.125, output: 10 }],
    ["small", { input: 0, cachedInput: 0, output: 2 }],
  ]);
});

test.each([
  ["MODEL_PRICES", "gpt-5=1.25/10"],
  ["MODEL_PRICES", "gpt-5=1/1/-1"],
  ["MODEL_PRICES", "gpt-5=1/1/1,gpt-5=2/2/2"],
  ["OPENAI_MODELS", "gpt-5,,gpt-5-mini"],
  ["OPENAI_MODELS", "gpt 5"],
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "http"],
  ["APP_URL", "branchline.example"],
  ["APP_URL", "ftp://branchline.example"],
  ["AUTH_SECRET", "short"],
  ["DATABASE_URL", "mysql://localhost/branchline"],
  ["DATABASE_POOL_SIZE", "0"],
  ["AUTH_SECRET", "changeme-changeme-changeme-changeme"],
  ["AUTH_SECRET", "a".repeat(64)],
  ["TRUST_PROXY", "true"],
  ["SESSION_IDLE_DAYS", "0"],
  ["SESSION_MAX_DAYS", "366"],
  ["SIGN_IN_TRIES", "0"],
  ["NEW_ACCOUNTS_PER_HOUR", "many"],
  ["REQUESTS_PER_MINUTE", "-1"],
  ["REQUESTS_PER_MINUTE_AND_ADDRESS", "0"],
  ["MESSAGES_PER_MINUTE", "0"],
  ["LIVE_RUNS", "0"],
  ["TOKENS_PER_DAY", "0"],
  ["OPENAI_BASE_URL", "api.example"],
  ["OPENAI_BASE_URL", "https://api.example/v1"],
  ["COMPOSIO_BASE_URL", "backend"],
  ["COMPOSIO_BASE_URL", "https://backend.example"],
  ["TOOLKITS", "Bitbucket"],
  ["TOOLKITS", "bitbucket;jira"],
  ["COMPOSIO_AUTH_CONFIGS", "bitbucket"],
  ["COMPOSIO_AUTH_CONFIGS", "jira=ac_1"],
  ["TOOLS_ALLOWED", "list issues"],
  ["TOOLS_DENIED", "BITBUCKET_DELETE_*;"],
  ["COMPOSIO_WEBHOOK_SECRET", "short"],
  ["TOOL_ROUTER_MODE", "both"],
  ["AGENT_MAX_STEPS", "0"],
  ["AGENT_MAX_STEPS", "1.5"],
  ["OPENAI_CONTEXT_TOKENS", "999"],
  ["MODEL_FIRST_CHUNK_TIMEOUT_MS", "300001"],
  ["MODEL_CHUNK_TIMEOUT_MS", "0"],
  ["MODEL_TOTAL_TIMEOUT_MS", "long"],
  ["MODEL_RETRY_DELAY_MS", "0"],
  ["DEMO_WORD_INTERVAL_MS", "-1"],
  ["MCP_REQUEST_TIMEOUT_MS", "99"],
  ["MCP_STREAM_TIMEOUT_MS", "soon"],
])("names %s when it is %j", (name, value) => {
  expect(() => parseSettings({ [name]: value })).toThrow(EnvironmentError);
  expect(() => parseSettings({ [name]: value })).toThrow(`${name}: `);
});

test.each(["OPENAI_API_KEY", "COMPOSIO_API_KEY"])(
  "with a real %s, the secret of the sessions has to be chosen",
  (name) => {
    expect(() => parseSettings({ [name]: "k" })).toThrow(/AUTH_SECRET: is needed .*openssl rand/);
    expect(parseSettings({ [name]: "k", AUTH_SECRET: authSecret }).AUTH_SECRET).toBe(authSecret);
  },
);

test("with a database that instances share, they share the secret of the sessions too", () => {
  const DATABASE_URL = "postgres://branchline:pass@db.example.com/branchline?sslmode=require";
  expect(() => parseSettings({ DATABASE_URL })).toThrow(/AUTH_SECRET: is needed with DATABASE_URL/);
  expect(parseSettings({ DATABASE_URL, AUTH_SECRET: authSecret }).DATABASE_URL).toBe(DATABASE_URL);
});

test("names every wrong value at once", () => {
  expect(() => parseSettings({ PORT: "x", TOOLKITS: "?" })).toThrow(/PORT: .*\n.*TOOLKITS: /);
});
