import "server-only";
import { connection } from "./database/connection.ts";
import { environment } from "./environment.ts";
import { log } from "./log.ts";
import { startRunner } from "./runs/runner.ts";

/** Settings, database, runner, in this order. What is wrong ends the process with a message that says what to do. */
export async function start(): Promise<void> {
  try {
    const { modes } = environment();
    await connection();
    await startRunner();
    log.info("started", { model: modes.model, router: modes.router });
  } catch (error) {
    log.error("start.failed", error);
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
