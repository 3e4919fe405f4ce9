import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { connection, database } from "@/lib/server/database/connection";
import { user } from "@/lib/server/database/schema";
import { copyDatabase } from "./database-template";
import { createDatabase } from "./postgres";
import { authSecret, testSettings } from "./server-settings";

/** Milliseconds that making the first database may take on a busy machine. */
const setupLimit = 120_000;

const newDirectory = () => mkdtempSync(join(tmpdir(), "branchline-test-"));

/** Settings and clients are read once per process; here they are forgotten, and the next use reads them anew. */
export function configure(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
  for (const name of ["environment", "composio", "router-pool"])
    Reflect.deleteProperty(globalThis, Symbol.for(`branchline.${name}`));
}

/**
 * For one test file: a new installation on a database of its own, embedded unless the run has a PostgreSQL, with every service at `origin`.
 *
 * @param directory its data folder, which need not exist yet
 */
export function installForTests(
  origin: () => string = () => "http://127.0.0.1:9",
  directory = newDirectory(),
): void {
  beforeAll(async () => {
    const postgres = inject("postgresPort");
    if (!postgres) await copyDatabase(directory);
    configure({
      DATA_DIR: directory,
      AUTH_SECRET: authSecret,
      ...(postgres ? { DATABASE_URL: await createDatabase(postgres) } : {}),
      ...testSettings,
      // The router's SDK reads a key and an address from the home folder.
      HOME: directory,
      OPENAI_API_KEY: "sk-test",
      OPENAI_BASE_URL: `${origin()}/v1`,
      COMPOSIO_API_KEY: "ak_test",
      COMPOSIO_BASE_URL: origin(),
      MCP_REQUEST_TIMEOUT_MS: "20000",
    });
    await connection();
  }, setupLimit);
  afterAll(async () => {
    await (await connection()).close();
    rmSync(directory, { recursive: true, force: true });
  });
}

export async function createUser(): Promise<string> {
  const id = randomUUID();
  await (await database()).insert(user).values({ id, kind: "member", name: "Jane" });
  return id;
}
