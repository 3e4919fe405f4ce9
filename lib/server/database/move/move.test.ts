import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyDatabase } from "../../../../tests/support/database-template.ts";
import {
  type PostgresServer,
  postgresPrograms,
  startPostgres,
} from "../../../../tests/support/postgres.ts";
import type { Connection } from "../connection.ts";
import { openEmbeddedDatabase } from "../embedded.ts";
import { openPostgres } from "../postgres/open-postgres.ts";
import { chat, message, rateLimit, user } from "../schema.ts";
import { fingerprint } from "./fingerprint.ts";
import { MoveError, moveDatabase } from "./move.ts";
import { tableOrder } from "./table-order.ts";

const setupLimit = 120_000;
const userId = "11111111-1111-4111-8111-111111111111";
const chatId = "22222222-2222-4222-8222-222222222222";

test("every table comes after those that it points to", () => {
  const order = tableOrder();
  expect(new Set(order).size).toBe(order.length);
  expect(order.indexOf("user")).toBeLessThan(order.indexOf("chat"));
  expect(order.indexOf("chat")).toBeLessThan(order.indexOf("message"));
  expect(order.indexOf("run")).toBeLessThan(order.indexOf("run_chunk"));
});

describe.skipIf(!postgresPrograms())("moving an embedded database to PostgreSQL", () => {
  const directory = mkdtempSync(join(tmpdir(), "branchline-move-"));
  let server: PostgresServer;
  let source: Connection;
  const targets: Connection[] = [];

  async function openTarget(): Promise<Connection> {
    const address = await server.createDatabase();
    const target = await openPostgres({ address, poolSize: 2, statementTimeout: 0 });
    targets.push(target);
    return target;
  }

  beforeAll(async () => {
    server = await startPostgres();
    await copyDatabase(directory);
    source = await openEmbeddedDatabase(directory);
    await source.database
      .insert(user)
      .values({ id: userId, kind: "member", name: "Jörg “Æ” 😀\n\t\\", email: "j@example.com" });
    await source.database
      .insert(chat)
      .values({ id: chatId, userId, title: "All 'kinds' of {text}" });
    await source.database.insert(message).values(
      Array.from({ length: 250 }, (_, index) => ({
        id: `33333333-3333-4333-8333-${String(index).padStart(12, "0")}`,
        chatId,
        parentId: chatId,
        role: "user" as const,
        parts: [{ type: "text" as const, text: `\\u0041 "${index}" ${"ü".repeat(index)}` }],
        metadata: { createdAt: "2026-11-23T10:00:00.123Z" },
      })),
    );
    await source.database.execute(sql`
      insert into search_entry (kind, id, chat_id, user_id, words)
      values ('title', ${chatId}, ${chatId}, ${userId}, '''don''''t'':1,3 kinds:2'::tsvector)`);
    await source.database
      .insert(rateLimit)
      .values({ key: "k", used: 9_007_199_254_740_991, resetsAt: new Date() });
  }, setupLimit);

  afterAll(async () => {
    for (const target of targets) await target.close();
    await source.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test(
    "every row arrives, and every table is compared",
    async () => {
      const target = await openTarget();
      const compared: string[] = [];
      await moveDatabase(source.database, target.database, (table) => compared.push(table));
      expect(compared).toEqual(tableOrder());
      const everything = (storage: Connection) =>
        storage.database.select().from(message).orderBy(message.id);
      expect(await everything(target)).toEqual(await everything(source));
      expect(await target.database.select().from(user)).toEqual(
        await source.database.select().from(user),
      );
    },
    setupLimit,
  );

  test(
    "a row that changed on its way is noticed",
    async () => {
      const target = await openTarget();
      const before = await fingerprint(target.database, "user");
      await target.database.insert(user).values({ id: userId, kind: "member", name: "Jorg" });
      const after = await fingerprint(target.database, "user");
      expect(after).toMatchObject({ rows: 1 });
      expect(after.hash).not.toBe(before.hash);
      await target.database.update(user).set({ name: "Jörg" });
      expect((await fingerprint(target.database, "user")).hash).not.toBe(after.hash);
    },
    setupLimit,
  );

  test(
    "a database that has something already is left alone",
    async () => {
      const target = await openTarget();
      await target.database.insert(user).values({ id: userId, kind: "guest", name: "Guest" });
      const moved = moveDatabase(source.database, target.database, () => {});
      await expect(moved).rejects.toThrow(MoveError);
      expect(await target.database.select({ name: user.name }).from(user)).toEqual([
        { name: "Guest" },
      ]);
      expect(await target.database.select().from(chat)).toEqual([]);
    },
    setupLimit,
  );
});
