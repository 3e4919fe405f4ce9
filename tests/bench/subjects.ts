import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeOptions } from "../../scripts/node-options.ts";
import { copyDatabase } from "../support/database-template.ts";
import { freePort } from "../support/free-port.ts";
import { authSecret, testSettings } from "../support/server-settings.ts";
import type { ReferenceName } from "./figures.ts";
import { type Program, startProgram, untilAnswered } from "./program.ts";
import { type Plan, promptFor } from "./prompt.ts";
import { buildMinimal } from "./references/build-minimal.ts";

/** A server that is measured. */
export type Subject = {
  name: "ours" | ReferenceName;
  origin: string;
  program: Program;
  /** Milliseconds from its start to the first page, or first answer, with status 200. */
  startedIn: number;
  /** Where a message goes that starts a conversation of its own; made before the clock runs. */
  message(plan: Plan): Message;
  stop(): Promise<void>;
};

/** A request ready to be sent. */
export type Message = { address: URL; headers: Record<string, string>; body: string };

/** Servers have a processor of their own; the model and the client share the other one. */
const serverProcessor = 0;
export const clientProcessor = 1;

const json = { "content-type": "application/json" };

export async function startRawProxy(modelAddress: string): Promise<Subject> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const program = startProgram(["node", "tests/bench/references/raw-proxy.ts"], {
    processor: serverProcessor,
    environment: { MODEL_ADDRESS: modelAddress, PORT: String(port) },
  });
  return {
    name: "raw proxy",
    origin,
    program,
    startedIn: await untilAnswered(origin),
    message: (plan) => ({
      address: new URL(origin),
      headers: json,
      body: JSON.stringify({ stream: true, input: promptFor(plan) }),
    }),
    stop: () => program.stop(),
  };
}

export async function startMinimalNext(
  modelAddress: string,
  environment: Record<string, string> = {},
): Promise<Subject> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const program = startProgram(["next", "start"], {
    folder: buildMinimal(),
    processor: serverProcessor,
    environment: {
      NODE_ENV: "production",
      MODEL_ADDRESS: modelAddress,
      PORT: String(port),
      ...environment,
    },
  });
  const message = (plan: Plan) => {
    const parts = [{ type: "text", text: promptFor(plan) }];
    const messages = [{ id: randomUUID(), role: "user", parts }];
    return { id: randomUUID(), trigger: "submit-message", messages };
  };
  return {
    name: "minimal Next",
    origin,
    program,
    startedIn: await untilAnswered(origin),
    message: (plan) => ({
      address: new URL("/api/chat", origin),
      headers: json,
      body: JSON.stringify(message(plan)),
    }),
    stop: () => program.stop(),
  };
}

/** A guest's session, as a cookie. */
async function signInAsGuest(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/guest`, {
    method: "POST",
    headers: { ...json, origin },
    body: "{}",
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status}.`);
  return cookies.join("; ");
}

/** This app as `npm start` runs it, on the embedded database and Bitbucket, with the fake model. */
export async function startOurs(
  modelAddress: string,
  from?: string,
): Promise<Subject & { cookie: string; directory: string }> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const directory = mkdtempSync(join(tmpdir(), "branchline-bench-"));
  if (from) cpSync(from, directory, { recursive: true });
  else await copyDatabase(directory);
  const program = startProgram(["node", ...nodeOptions, ".next/runtime/entry.mjs"], {
    processor: serverProcessor,
    environment: {
      ...testSettings,
      AUTH_SECRET: authSecret,
      DATA_DIR: directory,
      PORT: String(port),
      OPENAI_API_KEY: "sk-bench",
      OPENAI_BASE_URL: `${modelAddress}/v1`,
      GUESTS: "on",
    },
  });
  const startedIn = await untilAnswered(`${origin}/signin`);
  const cookie = await signInAsGuest(origin);
  return {
    name: "ours",
    origin,
    program,
    startedIn,
    cookie,
    directory,
    message: (plan) => ({
      address: new URL(`/api/chats/${randomUUID()}/messages`, origin),
      headers: { ...json, cookie, origin },
      body: JSON.stringify({ id: randomUUID(), text: promptFor(plan) }),
    }),
    async stop() {
      await program.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
