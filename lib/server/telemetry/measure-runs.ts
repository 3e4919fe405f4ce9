import "server-only";
import { metrics } from "@opentelemetry/api";
import { sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { isAlive } from "../runs/alive.ts";
import { telemetryScope } from "./spans.ts";

/** Each is told of, also when there is none. */
const states = ["queued", "running", "waiting"] as const;

/** Measures the answers of the whole installation that have not ended, by state; every instance tells the same. */
export function measureRuns(): void {
  const gauge = metrics.getMeter(telemetryScope).createObservableGauge("branchline.runs", {
    unit: "{run}",
    description:
      "Answers of the whole installation that have not ended, by state; the same from every instance.",
  });
  gauge.addCallback(async (result) => {
    const rows = await (await database())
      .select({ state: run.status, runs: sql<number>`count(*)::int` })
      .from(run)
      .where(isAlive)
      .groupBy(run.status);
    for (const state of states) {
      const runs = rows.find((row) => row.state === state)?.runs ?? 0;
      result.observe(runs, { "branchline.run.state": state });
    }
  });
}
