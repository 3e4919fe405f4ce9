import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { DataFolderInUseError, lockDataFolder } from "../lib/server/database/lock.ts";
import { parseSettings } from "../lib/server/settings/settings.ts";
import { root } from "./bootstrap.mjs";

const envFile = join(root, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile);
const dataDirectory = resolve(root, parseSettings(process.env).DATA_DIR);

try {
  const lock = lockDataFolder(dataDirectory);
  rmSync(join(dataDirectory, "sandbox"), { recursive: true, force: true });
  lock.release();
  console.log("The embedded Bitbucket and its connections are as new. Chats and users stay.");
} catch (error) {
  if (!(error instanceof DataFolderInUseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
