import "server-only";
import { startSweeping } from "./chats/sweep.ts";
import { connection } from "./database/connection.ts";
import { environment } from "./environment.ts";
import { noteClientAddresses } from "./http/client-address.ts";
import { noteRequestIds } from "./http/request-id.ts";
import { log } from "./log.ts";
import { startDepartures } from "./router/connections/departures.ts";
import { startRunner } from "./runs/runner.ts";
import { indexBacklog } from "./search/index-backlog.ts";
import { endOnSignals } from "./shutdown.ts";
import { startTelemetry } from "./telemetry/telemetry.ts";

/** Milliseconds between two looks whether the own server answers. */
const lookInterval = 50;

/** The embedded services are part of the server, which begins to listen only after the start. */
async function untilServing(): Promise<void> {
  const { sandbox, ownAddress } = environment();
  while (sandbox) {
    const answer = await fetch(`${ownAddress}/api/health/live`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, lookInterval));
  }
}

/** Settings, telemetry, database, runner, in this order. What is wrong ends the process with a message that says what to do. */
export async function start(): Promise<void> {
  try {
    const { modes } = environment();
    // The first process of a container hears no signal that nobody listens to, not even while it waits for its database.
    endOnSignals();
    await startTelemetry();
    noteClientAddresses();
    noteRequestIds();
    await connection();
    void indexBacklog();
    void startSweeping();
    const serving = untilServing();
    await startRunner(serving);
    void serving.then(startDepartures);
    log.info("started", { model: modes.model, router: modes.router });
  } catch (error) {
    log.error("start.failed", error);
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
