import "server-only";
import { resolve } from "node:path";
import { z } from "zod";
import type { ServiceModes } from "@/lib/shared/api";
import { readSecrets, weaknessOf } from "./secrets.ts";
import { type ModelPrice, parsePrices } from "./usage/prices.ts";
import { registerSecrets } from "./withheld.ts";

const hostedModel = "https://api.openai.com/v1";
const hostedRouter = "https://backend.composio.dev";

const integer = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);
const httpAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address that starts with http:// or https://",
});

const howToMakeOne = "make one with `openssl rand -base64 33`";

const settingsSchema = z
  .object({
    /** TCP port of the web server. */
    PORT: integer(1, 65_535).default(3000),
    /** A PostgreSQL that any number of instances share, `postgres://user:password@host/database`; without it the embedded one. */
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "must be an address that starts with postgres://",
      })
      .optional(),
    /** Connections to PostgreSQL that the queries of one instance share; it uses one more to listen. */
    DATABASE_POOL_SIZE: integer(1, 1_000).default(10),
    /** Milliseconds one statement on PostgreSQL may take. */
    DATABASE_STATEMENT_TIMEOUT_MS: integer(100, 3_600_000).default(15_000),
    /** Folder of the embedded database, the embedded services and the generated secrets. */
    DATA_DIR: z.string().default(".data"),
    /** The public address of this installation, for connect callbacks; without it the browser's own is used. */
    APP_URL: httpAddress.optional(),
    /** Where readers of a shared copy may report it: a mailto:, https:// or http:// address. Without it they are offered none. */
    REPORT_ADDRESS: z
      .url({
        protocol: /^(mailto|https?)$/,
        error: "must be an address that starts with mailto:, https:// or http://",
      })
      .optional(),
    /** Proxies of one's own in front of the server; only with at least one are X-Forwarded-* headers believed. */
    TRUST_PROXY: integer(0, 10).default(0),
    /** Encrypts session cookies. Generated and kept in DATA_DIR while everything is embedded. */
    AUTH_SECRET: z
      .string()
      .superRefine((secret, { addIssue }) => {
        const weakness = weaknessOf(secret);
        if (weakness) addIssue(`${weakness}: ${howToMakeOne}`);
      })
      .optional(),
    /** Days after which a browser that was not used has to sign in again. */
    SESSION_IDLE_DAYS: integer(1, 365).default(14),
    /** Days after which every browser has to sign in again. */
    SESSION_MAX_DAYS: integer(1, 365).default(90),
    /** Failed sign-ins in 15 minutes, to one account as well as from one address, before more are refused. */
    SIGN_IN_TRIES: integer(1, 1_000).default(10),
    /** Guests and accounts that may be made from one address in an hour. */
    NEW_ACCOUNTS_PER_HOUR: integer(1, 1_000_000).default(60),
    /** Calls of the HTTP API in a minute by one user, and by everybody at one address. */
    REQUESTS_PER_MINUTE: integer(1, 1_000_000).default(600),
    REQUESTS_PER_MINUTE_AND_ADDRESS: integer(1, 10_000_000).default(3_000),
    /** Messages one user may send in a minute. */
    MESSAGES_PER_MINUTE: integer(1, 1_000_000).default(30),
    /** Answers that may be written for one user at once; those that wait for the person do not count. */
    LIVE_RUNS: integer(1, 1_000_000).default(5),
    /** Megabytes that the files of one user may take up, sent or not. */
    ATTACHMENT_SPACE_MB: integer(1, 1_000_000).default(100),
    /** Tokens of the model one user may use in 24 hours; without it there is no limit. */
    TOKENS_PER_DAY: integer(1, Number.MAX_SAFE_INTEGER).optional(),
    /** With a key the model is real; without one the embedded script answers. */
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: httpAddress.default(hostedModel),
    OPENAI_MODEL: z.string().default("gpt-5"),
    /** Models to choose from in each chat, separated by commas, in place of the one; the first is taken without a choice. */
    OPENAI_MODELS: z
      .string()
      .regex(
        /^[\w.:/@-]+(\s*,\s*[\w.:/@-]+)*$/,
        "must be names of models separated by commas, such as gpt-5,gpt-5-mini",
      )
      .transform((list) => [...new Set(list.split(",").map((name) => name.trim()))])
      .optional(),
    /** Those of the models that cannot look at pictures, separated by commas. */
    TEXT_ONLY_MODELS: z
      .string()
      .default("")
      .transform((list) => list.split(",").map((name) => name.trim())),
    /** What models cost, in US dollars for a million tokens: `model=input/cached/output`, separated by commas. */
    MODEL_PRICES: z
      .string()
      .transform((list, { addIssue }) => {
        const prices = parsePrices(list);
        if (prices) return prices;
        addIssue(
          "must be model=input/cached/output, separated by commas, such as gpt-5=1.25/0.125/10",
        );
        return z.NEVER;
      })
      .optional(),
    /** Tokens of a conversation the model gets to see, at four characters each; older turns are left out first. */
    OPENAI_CONTEXT_TOKENS: integer(1_000, 10_000_000).default(100_000),
    /** Milliseconds a model may think before it says its first word. The HTTP client gives up after 300,000. */
    MODEL_FIRST_CHUNK_TIMEOUT_MS: integer(100, 300_000).default(180_000),
    /** Milliseconds of silence after which a model that has begun to speak counts as stalled. */
    MODEL_CHUNK_TIMEOUT_MS: integer(100, 300_000).default(90_000),
    /** Milliseconds one answer of the model may take in all. */
    MODEL_TOTAL_TIMEOUT_MS: integer(100, 3_600_000).default(900_000),
    /** Milliseconds at most before a model that could not answer is asked again; doubles twice. */
    MODEL_RETRY_DELAY_MS: integer(1, 15_000).default(800),
    /** Milliseconds between two words of the embedded model: by default about the pace of a hosted one. */
    DEMO_WORD_INTERVAL_MS: integer(0, 1_000).default(12),
    /** With a key Bitbucket is real; without one the embedded one answers. */
    COMPOSIO_API_KEY: z.string().optional(),
    COMPOSIO_BASE_URL: httpAddress.default(hostedRouter),
    /** Toolkits a session may use, separated by commas. */
    TOOLKITS: z
      .string()
      .regex(
        /^[a-z0-9_-]+(\s*,\s*[a-z0-9_-]+)*$/,
        "must be toolkit names separated by commas, such as bitbucket,jira",
      )
      .default("bitbucket")
      .transform((list) => list.split(",").map((name) => name.trim())),
    /** `search`: the router's own tools find and run the others. `direct`: the toolkit's tools are listed by themselves. */
    TOOL_ROUTER_MODE: z.enum(["search", "direct"]).default("search"),
    /** Model steps in one answer before the person is asked whether to go on. */
    AGENT_MAX_STEPS: integer(1, 100).default(10),
    /** Minutes a change may be approved after it was asked for. */
    APPROVAL_TIMEOUT_MINUTES: integer(1, 10_080).default(10),
    /** Milliseconds to wait for an answer of the router that reports no progress. */
    MCP_REQUEST_TIMEOUT_MS: integer(100, 3_600_000).default(30_000),
    /** Milliseconds to wait for an answer of the router that does report progress. */
    MCP_STREAM_TIMEOUT_MS: integer(100, 3_600_000).default(300_000),
  })
  .refine((settings) => settings.OPENAI_API_KEY || settings.OPENAI_BASE_URL === hostedModel, {
    path: ["OPENAI_BASE_URL"],
    error: "is set, but OPENAI_API_KEY is not: set both, or neither for the embedded model",
  })
  .refine((settings) => settings.COMPOSIO_API_KEY || settings.COMPOSIO_BASE_URL === hostedRouter, {
    path: ["COMPOSIO_BASE_URL"],
    error: "is set, but COMPOSIO_API_KEY is not: set both, or neither for the embedded Bitbucket",
  })
  .refine(
    (settings) => settings.AUTH_SECRET || !(settings.OPENAI_API_KEY || settings.COMPOSIO_API_KEY),
    {
      path: ["AUTH_SECRET"],
      error: `is needed as soon as a real service is used: ${howToMakeOne}`,
    },
  )
  .refine((settings) => settings.AUTH_SECRET || !settings.DATABASE_URL, {
    path: ["AUTH_SECRET"],
    error: `is needed with DATABASE_URL, the same for all instances: ${howToMakeOne}`,
  });

/** Says which settings are wrong, one line each. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Reads settings from a bag of environment variables; an empty value counts as absent. */
export function parseSettings(source: Record<string, string | undefined>) {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvironmentError(`These settings are wrong:\n${lines.join("\n")}`);
}

export type Settings = ReturnType<typeof parseSettings>;

/** What is real and what is embedded under these settings. */
export function modesOf(settings: Settings): ServiceModes {
  return {
    model: settings.OPENAI_API_KEY ? "hosted" : "embedded",
    router: settings.COMPOSIO_API_KEY ? "hosted" : "embedded",
  };
}

/** What answers is named, never something that only could. */
function modelNames(settings: Settings): [string, ...string[]] {
  if (modesOf(settings).model === "embedded") return ["scripted"];
  const [first = settings.OPENAI_MODEL, ...others] = settings.OPENAI_MODELS ?? [];
  return [first, ...others];
}

function required(secret: string | undefined): string {
  if (secret === undefined) throw new EnvironmentError("A secret is neither set nor generated.");
  return secret;
}

/** Everything the server is configured with, resolved: absolute folders, keys and base addresses of the services in use. */
function resolveEnvironment(settings: Settings) {
  const dataDirectory = resolve(settings.DATA_DIR);
  const modes = modesOf(settings);
  const embedded = modes.model === "embedded" || modes.router === "embedded";
  // Where none is used, nothing is written: the folder need not even exist.
  const secrets = embedded || !settings.AUTH_SECRET ? readSecrets(dataDirectory) : null;
  const ownAddress = `http://127.0.0.1:${settings.PORT}`;
  const sandboxAddress = `${ownAddress}/sandbox`;
  const authSecret = required(settings.AUTH_SECRET ?? secrets?.authSecret);
  const modelKey = required(settings.OPENAI_API_KEY ?? secrets?.sandboxModelKey);
  const routerKey = required(settings.COMPOSIO_API_KEY ?? secrets?.sandboxRouterKey);
  registerSecrets([authSecret, modelKey, routerKey]);
  return {
    modes,
    /** Where this process answers to itself. */
    ownAddress,
    dataDirectory,
    /** Null for the embedded database. */
    postgres: settings.DATABASE_URL
      ? {
          address: settings.DATABASE_URL,
          poolSize: settings.DATABASE_POOL_SIZE,
          statementTimeout: settings.DATABASE_STATEMENT_TIMEOUT_MS,
        }
      : null,
    publicAddress: settings.APP_URL && new URL(settings.APP_URL).origin,
    reportAddress: settings.REPORT_ADDRESS,
    trustedProxies: settings.TRUST_PROXY,
    authSecret,
    /** In days. */
    sessions: { idle: settings.SESSION_IDLE_DAYS, maximum: settings.SESSION_MAX_DAYS },
    limits: {
      signInTries: settings.SIGN_IN_TRIES,
      newAccountsPerHour: settings.NEW_ACCOUNTS_PER_HOUR,
      requestsPerMinute: {
        user: settings.REQUESTS_PER_MINUTE,
        address: settings.REQUESTS_PER_MINUTE_AND_ADDRESS,
      },
      messagesPerMinute: settings.MESSAGES_PER_MINUTE,
      liveRuns: settings.LIVE_RUNS,
      /** In bytes. */
      attachmentSpace: settings.ATTACHMENT_SPACE_MB * 1_000_000,
      tokensPerDay: settings.TOKENS_PER_DAY,
    },
    toolkits: settings.TOOLKITS,
    routerMode: settings.TOOL_ROUTER_MODE,
    maximumSteps: settings.AGENT_MAX_STEPS,
    /** In minutes. */
    approvalTimeout: settings.APPROVAL_TIMEOUT_MINUTES,
    requestTimeout: settings.MCP_REQUEST_TIMEOUT_MS,
    streamTimeout: settings.MCP_STREAM_TIMEOUT_MS,
    model: {
      names: modelNames(settings),
      textOnly: settings.TEXT_ONLY_MODELS,
      prices: settings.MODEL_PRICES ?? new Map<string, ModelPrice>(),
      key: modelKey,
      address: modes.model === "hosted" ? settings.OPENAI_BASE_URL : `${sandboxAddress}/openai/v1`,
      contextTokens: settings.OPENAI_CONTEXT_TOKENS,
      retryDelay: settings.MODEL_RETRY_DELAY_MS,
      timeouts: {
        firstChunk: settings.MODEL_FIRST_CHUNK_TIMEOUT_MS,
        chunk: settings.MODEL_CHUNK_TIMEOUT_MS,
        total: settings.MODEL_TOTAL_TIMEOUT_MS,
      },
    },
    router: {
      key: routerKey,
      address:
        modes.router === "hosted" ? settings.COMPOSIO_BASE_URL : `${sandboxAddress}/composio`,
    },
    /** The embedded services, and which half of them is served; null when both are hosted. */
    sandbox:
      secrets && embedded
        ? {
            directory: resolve(dataDirectory, "sandbox"),
            routerKey: secrets.sandboxRouterKey,
            modelKey: secrets.sandboxModelKey,
            wordInterval: settings.DEMO_WORD_INTERVAL_MS,
            model: modes.model === "embedded",
            router: modes.router === "embedded",
          }
        : null,
  };
}

export type Environment = ReturnType<typeof resolveEnvironment>;

const holder = globalThis as { [environmentKey]?: Environment };
const environmentKey = Symbol.for("branchline.environment");

/** The server's configuration, read once. Throws {@link EnvironmentError} naming each wrong value. */
export function environment(): Environment {
  holder[environmentKey] ??= resolveEnvironment(parseSettings(process.env));
  return holder[environmentKey];
}

export function serviceModes(): ServiceModes {
  return environment().modes;
}

/** Guests cost nothing only while everything is embedded. */
export function guestsAllowed(): boolean {
  const { model, router } = environment().modes;
  return model === "embedded" && router === "embedded";
}
