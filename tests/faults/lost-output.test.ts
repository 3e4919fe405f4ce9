import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeOptions } from "@/scripts/node-options";
import { copyDatabase } from "../support/database-template";
import { freePort } from "../support/free-port";
import { testSettings } from "../support/server-settings";

/** Milliseconds that an answer may take on a busy machine. */
const patience = 30_000;

test("a server goes on when nobody reads what it writes any more", async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const directory = mkdtempSync(join(tmpdir(), "branchline-output-"));
  await copyDatabase(directory);
  const child = spawn(process.execPath, [...nodeOptions, ".next/runtime/entry.mjs"], {
    env: { ...process.env, ...testSettings, PORT: String(port), DATA_DIR: directory },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stderr.destroy();
    const ask = (path: string, options: RequestInit = {}) =>
      fetch(`${origin}${path}`, { ...options, signal: AbortSignal.timeout(patience) });
    // Each is a line of the log.
    for (let refusals = 0; refusals < 3; refusals += 1) {
      const refused = await ask("/api/auth/password", {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ email: "nobody@example.com", password: "not the one at all" }),
      });
      expect(refused.status).toBe(401);
    }
    expect((await ask("/api/health/ready")).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }
});
