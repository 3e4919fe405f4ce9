import { existsSync } from "node:fs";
import { join } from "node:path";
import { grantAdmin } from "../lib/server/admin/roles.ts";
import { connection } from "../lib/server/database/connection.ts";
import { root } from "./bootstrap.mjs";

/** Makes the account with this e-mail address or id an administrator's. Beside an embedded database, nothing else may run. */
async function grant(who) {
  const { database, close } = await connection();
  try {
    return await grantAdmin(database, who);
  } finally {
    await close();
  }
}

const envFile = join(root, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);
const [, , who] = process.argv;
try {
  if (!who) throw new Error("Say whose: npm run admin:grant -- jane@example.com");
  const found = await grant(who);
  if (found.length === 0) throw new Error(`There is no account of ${who}. Sign up first.`);
  const listed = found.map(({ id, name, signsIn }) => `  ${id}  ${name}, who signs in ${signsIn}`);
  if (found.length > 1)
    throw new Error(
      `There are several accounts of ${who}. Say the id of one:\n${listed.join("\n")}`,
    );
  console.log(`An administrator from now on:\n${listed.join("\n")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
