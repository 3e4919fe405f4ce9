import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type PostgresServer,
  postgresPrograms,
  startPostgres,
} from "../../../../tests/support/postgres.ts";
import type { Connection } from "../connection.ts";
import { storageFailure } from "../failure.ts";
import { user } from "../schema.ts";
import { openPostgres } from "./open-postgres.ts";

const setupLimit = 120_000;

describe.skipIf(!postgresPrograms())("PostgreSQL", () => {
  let server: PostgresServer;
  const opened: Connection[] = [];

  async function open(address: string, statementTimeout = 15_000): Promise<Connection> {
    const connection = await openPostgres({ address, poolSize: 4, statementTimeout });
    opened.push(connection);
    return connection;
  }

  beforeAll(async () => {
    server = await startPostgres();
  }, setupLimit);

  afterAll(async () => {
    for (const connection of opened) await connection.close();
    await server.stop();
  });

  test(
    "many that start at once migrate once",
    async () => {
      const address = await server.createDatabase();
      const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => open(address)));
      const applied = await first?.database.execute<{ applied: number }>(
        sql`select count(*)::int as applied, count(distinct hash)::int as steps from drizzle.__drizzle_migrations`,
      );
      expect(applied?.rows).toEqual([expect.objectContaining({ applied: expect.any(Number) })]);
      const [row] = applied?.rows ?? [];
      expect(row).toMatchObject({ steps: row?.applied });
      for (const { database } of others) expect(await database.select().from(user)).toEqual([]);
    },
    setupLimit,
  );

  test("what one process says, another hears", async () => {
    const address = await server.createDatabase();
    const [one, other] = [await open(address), await open(address)];
    const heard = Promise.withResolvers<string>();
    await other.listen("test", { onPayload: heard.resolve, onGap: () => {} });
    await one.database.execute(sql`select pg_notify('test', 'hello')`);
    expect(await heard.promise).toBe("hello");
  });

  test("transactions that wait for each other both come to their end", async () => {
    const { database } = await open(await server.createDatabase());
    const ids = [randomUUID(), randomUUID()] as const;
    await database.insert(user).values(ids.map((id) => ({ id, kind: "guest" as const, name: "" })));
    const bothHold = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    let begun = 0;
    const rename = (first: 0 | 1) =>
      database.transaction(async (transaction) => {
        begun += 1;
        const add = (index: 0 | 1) =>
          transaction
            .update(user)
            .set({ name: sql`${user.name} || 'x'` })
            .where(eq(user.id, ids[index]));
        await add(first);
        bothHold[first].resolve();
        await Promise.all(bothHold.map(({ promise }) => promise));
        await add(first === 0 ? 1 : 0);
      });
    await Promise.all([rename(0), rename(1)]);
    expect(begun).toBeGreaterThan(2);
    expect((await database.select().from(user)).map(({ name }) => name)).toEqual(["xx", "xx"]);
  });

  test("a statement that takes too long counts as a database that is away", async () => {
    const { database } = await open(await server.createDatabase(), 100);
    const slow = database.execute(sql`select pg_sleep(20)`);
    const error = await slow.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(storageFailure(error)).toBe("away");
  });

  test("a server that crashed is away, and back: queries work, listeners are told of the gap and hear again", async () => {
    const { database, listen } = await open(await server.createDatabase());
    const gap = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<string>();
    await listen("test", { onPayload: heard.resolve, onGap: gap.resolve });
    const work = database.transaction(async (transaction) => {
      await transaction.execute(sql`select 1`);
      await server.kill();
      await transaction.execute(sql`select 2`);
    });
    const inFlight = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(storageFailure(inFlight)).toBe("away");
    const refused = await database
      .select()
      .from(user)
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(storageFailure(refused)).toBe("away");
    const begun = await database
      .transaction(async () => {})
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(storageFailure(begun)).toBe("away");
    await server.restart();
    await gap.promise;
    expect(await database.select().from(user)).toEqual([]);
    await database.execute(sql`select pg_notify('test', 'again')`);
    expect(await heard.promise).toBe("again");
  });
});
