import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyDatabase } from "./database-template.ts";
import { freePort } from "./free-port.ts";
import { authSecret, testSettings } from "./server-settings.ts";

/** A production server that one test starts, kills and starts again. */
export type OwnServer = {
  origin: string;
  /** The process that was started; what it started is in its process group. */
  processId(): number;
  /** Kills it with everything it started, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to come to an end, as a service manager does, and answers its exit code. */
  terminate(): Promise<number | null>;
  /** Starts it again on the same data folder. */
  restart(): Promise<void>;
};

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not start: exit code ${child.exitCode}.`);
}

/** A process that was killed holds its port and its lock until the system has cleared it away. */
async function untilGone(group: number): Promise<void> {
  for (;;) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Starts a server on a port and, unless told otherwise, a data folder of its own.
 *
 * @param options.folder of the installation, when it is not this one
 * @param options.onOutput hears everything it writes to its standard output and error
 */
export async function startServer(
  settings: Record<string, string> = {},
  { folder = ".", onOutput }: { folder?: string; onOutput?: (text: string) => void } = {},
): Promise<OwnServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDirectory = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), "branchline-own-"));
  if (!settings.DATABASE_URL && !existsSync(join(dataDirectory, "database")))
    await copyDatabase(dataDirectory);
  const env = {
    ...process.env,
    BRANCHLINE_OWN_NODE: "1",
    AUTH_SECRET: authSecret,
    ...testSettings,
    PORT: String(port),
    ...settings,
    DATA_DIR: dataDirectory,
  };
  const start = () => {
    const started = spawn("node", ["--conditions=react-server", "scripts/start.mjs"], {
      env,
      cwd: folder,
      stdio: onOutput ? ["ignore", "pipe", "pipe"] : "ignore",
      detached: true,
    });
    for (const stream of [started.stdout, started.stderr])
      stream?.on("data", (bytes) => onOutput?.(String(bytes)));
    return started;
  };
  let child = start();
  await untilReady(origin, child);
  return {
    origin,
    processId: () => child.pid ?? 0,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
      const gone = once(child, "exit");
      process.kill(-child.pid, "SIGKILL");
      await gone;
      await untilGone(child.pid);
    },
    async terminate() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      return child.exitCode;
    },
    async restart() {
      child = start();
      await untilReady(origin, child);
    },
  };
}
