import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configure } from "@/tests/support/installation";
import { type PostgresServer, postgresPrograms, startPostgres } from "@/tests/support/postgres";
import { authSecret } from "@/tests/support/server-settings";
import { connection, database } from "../database/connection.ts";
import { user } from "../database/schema.ts";
import { startTelemetry, telemetry } from "./telemetry.ts";

const setupLimit = 120_000;

describe.skipIf(!postgresPrograms())("on PostgreSQL", () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
    const address = await server.createDatabase();
    configure({
      AUTH_SECRET: authSecret,
      METRICS_TOKEN: "0123456789abcdef",
      DATABASE_URL: address,
      DATABASE_POOL_SIZE: "2",
    });
    await startTelemetry();
  }, setupLimit);
  afterAll(async () => {
    await telemetry()?.stop();
    await (await connection()).close();
    await server.stop();
  });

  const counts = async () => {
    const text = (await telemetry()?.scrape?.()) ?? "";
    const counted = text.matchAll(
      /^db_client_operation_duration_count\{.*db_operation_name="(\w+)".*\} (\d+)$/gm,
    );
    return { text, byOperation: Object.fromEntries([...counted].map(([, name, n]) => [name, n])) };
  };

  test("statements count once, in a transaction and out of one, those that fail with their error", async () => {
    const storage = await database();
    const id = crypto.randomUUID();
    await storage.insert(user).values({ id, kind: "member", name: "Jane" });
    await storage.transaction(async (transaction) => {
      await transaction.update(user).set({ name: "Joe" }).where(eq(user.id, id));
      await transaction.update(user).set({ name: "Jim" }).where(eq(user.id, id));
    });
    expect(await storage.select().from(user)).toHaveLength(1);
    await expect(storage.execute(sql`delete from nowhere`)).rejects.toThrow();
    const { text, byOperation } = await counts();
    expect(byOperation).toMatchObject({
      INSERT: "1",
      UPDATE: "2",
      // The test's own, and the look for runs that the scrape itself takes.
      SELECT: "2",
      DELETE: "1",
      BEGIN: "1",
      COMMIT: "1",
    });
    expect(text).toMatch(/_count\{.*db_operation_name="DELETE",error_type="error".*\} 1/);
    // The pool closes a connection whose statement failed, and opens one for the scrape's own look.
    expect(text).toMatch(/^db_client_connection_count\{db_client_connection_state="used"\} \d$/m);
    expect(text).toMatch(/^db_client_connection_max 2$/m);
  });

  test("where the database is away, all the rest is still told", async () => {
    await server.kill();
    const { text } = await counts();
    expect(text).toContain("process_memory_usage ");
    await server.restart();
  });
});
