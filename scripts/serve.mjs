import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { DataFolderInUseError, lockDataFolder } from "../lib/server/database/lock.ts";
import { modesOf } from "../lib/server/environment.ts";
import { EnvironmentError, parseSettings } from "../lib/server/settings/settings.ts";
import { ownEnvironment, root } from "./bootstrap.mjs";
import { ensureBuilt } from "./build.mjs";
import { nodeOptions } from "./node-options.ts";
import { runtime } from "./runtime.mjs";

function leave(message, code = 1) {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}

function readSettings() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    return parseSettings(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError)
      leave(`${error.message}\nThe README lists all settings.`);
    throw error;
  }
}

/** With PostgreSQL and hosted services, nothing is kept on this machine. */
function usesDataFolder(settings) {
  const { model, router } = modesOf(settings);
  return !settings.DATABASE_URL || model === "embedded" || router === "embedded";
}

/** Another Branchline here must notice nothing of this start: neither its files nor its build are touched. */
function ensureFolderIsFree(directory, address) {
  try {
    lockDataFolder(directory).release();
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    leave(`${error.message}\nIf it is the one you want, open ${address}`);
  }
}

function portIsFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}

async function untilReady(address, server) {
  while (server.exitCode === null) {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

function modesLine(modes) {
  const model =
    modes.model === "hosted" ? "model: real (OPENAI_API_KEY)" : "model: embedded script";
  const router =
    modes.router === "hosted"
      ? "Bitbucket: real, through Composio (COMPOSIO_API_KEY)"
      : "Bitbucket: embedded, made-up";
  return `${model} · ${router}`;
}

/** Checks settings, folder and port, builds when needed, serves, and says where. */
export async function serve() {
  const settings = readSettings();
  const address = `http://localhost:${settings.PORT}`;
  if (usesDataFolder(settings)) ensureFolderIsFree(resolve(root, settings.DATA_DIR), address);
  if (!(await portIsFree(settings.PORT))) {
    leave(
      `Port ${settings.PORT} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
    );
  }
  ensureBuilt();
  const output = process.env.BRANCHLINE_LOG === "quiet" ? "ignore" : "inherit";
  const server = spawn(process.execPath, [...nodeOptions, join(runtime, "entry.mjs")], {
    cwd: root,
    stdio: ["ignore", output, "inherit"],
    env: ownEnvironment({ PORT: String(settings.PORT) }),
  });
  server.once("exit", (code) => process.exit(code ?? 1));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  await untilReady(address, server);
  console.log(`\nBranchline is at ${address}\n${modesLine(modesOf(settings))}\n`);
}
