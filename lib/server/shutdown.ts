import "server-only";
import { setTimeout } from "node:timers/promises";
import { connection } from "./database/connection.ts";
import { log } from "./log.ts";
import { drainRuns } from "./runs/runner.ts";
import { telemetry } from "./telemetry/telemetry.ts";

/** Milliseconds that telling what was measured last may take. */
const tellLimit = 2_000;

async function shutDown(): Promise<void> {
  await drainRuns();
  const telling = telemetry()?.stop();
  // A collector that does not answer keeps no process from ending.
  await Promise.race([telling, setTimeout(tellLimit, undefined, { ref: false })]);
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
