import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const migrationsFolder = join(root, "lib/server/database/migrations");

/** What an empty database is made of. */
function fingerprint(): string {
  const hash = createHash("sha256");
  // The journal too: a migration made again has the same text, and the time of another.
  const migrations = readdirSync(migrationsFolder).filter((file) => file.endsWith(".sql"));
  for (const name of [...migrations, "meta/_journal.json"])
    hash.update(readFileSync(join(migrationsFolder, name)));
  return hash.digest("hex");
}

/** A folder with an empty, migrated database, made once for all test runs on this machine. */
async function databaseTemplate(): Promise<string> {
  const template = join(tmpdir(), `branchline-test-template-${fingerprint()}`);
  if (existsSync(template)) return template;
  const made = mkdtempSync(join(tmpdir(), "branchline-test-"));
  // In a process of its own: not every test runner can load what belongs to the server.
  const script = ["--conditions=react-server", "tests/support/make-database.ts", made];
  await promisify(execFile)("node", script, { cwd: root });
  try {
    await rename(made, template);
  } catch {
    // Another test was faster.
    await rm(made, { recursive: true, force: true });
  }
  return template;
}

/** Puts an empty, migrated database into a data folder: making one costs seconds of a processor, copying it does not. */
export async function copyDatabase(directory: string): Promise<void> {
  cpSync(await databaseTemplate(), directory, { recursive: true });
}
