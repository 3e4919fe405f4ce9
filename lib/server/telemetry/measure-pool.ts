import "server-only";
import { metrics } from "@opentelemetry/api";
import { telemetryScope } from "./spans.ts";

/** How a pool of connections stands. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** Measures the connections to PostgreSQL that the statements of this instance share. */
export function measurePool(pool: Pool, size: number): void {
  const meter = metrics.getMeter(telemetryScope);
  meter
    .createObservableGauge("db.client.connection.count", {
      unit: "{connection}",
      description: "Connections by state.",
    })
    .addCallback((result) => {
      result.observe(pool.idleCount, { "db.client.connection.state": "idle" });
      const used = pool.totalCount - pool.idleCount;
      result.observe(used, { "db.client.connection.state": "used" });
    });
  meter
    .createObservableGauge("db.client.connection.pending_requests", {
      unit: "{request}",
      description: "Statements that wait for a connection.",
    })
    .addCallback((result) => result.observe(pool.waitingCount));
  meter
    .createObservableGauge("db.client.connection.max", {
      unit: "{connection}",
      description: "Connections there may be.",
    })
    .addCallback((result) => result.observe(size));
}
