import { spawn } from "node:child_process";
import { once } from "node:events";
import { startPostgres } from "./postgres.ts";

/** As `npm start`, on a PostgreSQL of its own that ends with it. */
const postgres = await startPostgres();
const server = spawn(process.execPath, ["--conditions=react-server", "scripts/start.mjs"], {
  stdio: "inherit",
  env: { ...process.env, DATABASE_URL: await postgres.createDatabase() },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
const [code] = await once(server, "exit");
await postgres.stop();
process.exitCode = code ?? 1;
