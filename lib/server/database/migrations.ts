import "server-only";
import { join } from "node:path";

/** The steps that make the schema, in order. Each keeps the version of the app before it working. */
export const migrationsFolder = join(process.cwd(), "lib/server/database/migrations");
