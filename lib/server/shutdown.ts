import "server-only";
import { connection } from "./database/connection.ts";
import { log } from "./log.ts";
import { drainRuns } from "./runs/runner.ts";

async function shutDown(): Promise<void> {
  await drainRuns();
  await (await connection()).close();
}

/**
 * Ends the process on SIGTERM and SIGINT, with every run stored so that the next process goes on with it. A second signal
 * ends it at once; what that cuts off is recovered like after a crash.
 */
export function endOnSignals(): void {
  let ending = false;
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(1);
    ending = true;
    log.info("ending", { signal });
    shutDown().then(
      () => process.exit(0),
      (error) => {
        log.error("shutdown.failed", error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
