import { existsSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedDatabase } from "../lib/server/database/embedded.ts";
import { moveDatabase } from "../lib/server/database/move/move.ts";
import { openPostgres } from "../lib/server/database/postgres/open-postgres.ts";
import { environment } from "../lib/server/environment.ts";
import { root } from "./bootstrap.mjs";

/** Copies the embedded database below DATA_DIR into the PostgreSQL of DATABASE_URL. The embedded one stays as it is. */
async function move() {
  const { postgres, dataDirectory } = environment();
  if (!postgres)
    throw new Error("Set DATABASE_URL to an empty PostgreSQL database, and try again.");
  if (!existsSync(join(dataDirectory, "database")))
    throw new Error(
      `${dataDirectory} holds no embedded database. Set DATA_DIR to the folder that does.`,
    );
  const source = await openEmbeddedDatabase(dataDirectory);
  // A whole table is compared by one statement.
  const target = await openPostgres({ ...postgres, statementTimeout: 0 });
  try {
    await moveDatabase(source.database, target.database, (table, { rows }) =>
      console.log(`${String(rows).padStart(9)}  ${table}`),
    );
  } finally {
    await target.close();
    await source.close();
  }
}

const envFile = join(root, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);
try {
  await move();
  console.log(
    "\nEverything was moved and compared. From now on, start Branchline with DATABASE_URL.",
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
