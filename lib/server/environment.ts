import "server-only";
import { resolve } from "node:path";
import type { ServiceModes } from "@/lib/shared/api";
import { readSecrets } from "./secrets.ts";
import { EnvironmentError, parseSettings, type Settings } from "./settings/settings.ts";
import { signInWays } from "./settings/sign-in-ways.ts";
import { telemetryOf, telemetrySecrets } from "./settings/telemetry.ts";
import type { ModelPrice } from "./usage/prices.ts";
import { registerSecrets } from "./withheld.ts";

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
  const wholly = modes.model === "embedded" && modes.router === "embedded";
  const signIn = signInWays(settings, wholly);
  registerSecrets(
    [
      authSecret,
      modelKey,
      routerKey,
      settings.COMPOSIO_WEBHOOK_SECRET,
      signIn.oidc?.clientSecret,
      signIn.bitbucket?.clientSecret,
      ...telemetrySecrets(settings),
    ].filter((secret) => secret !== undefined),
  );
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
    telemetry: telemetryOf(settings),
    trustedProxies: settings.TRUST_PROXY,
    authSecret,
    signIn,
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
    tools: { allowed: settings.TOOLS_ALLOWED, denied: settings.TOOLS_DENIED },
    /** By toolkit. */
    authConfigs: settings.COMPOSIO_AUTH_CONFIGS ?? {},
    webhookSecret: settings.COMPOSIO_WEBHOOK_SECRET,
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
