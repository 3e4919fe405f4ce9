import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyDatabase } from "../../../tests/support/database-template.ts";
import { postgresPrograms, startPostgres } from "../../../tests/support/postgres.ts";
import type { Connection, Database } from "./connection.ts";
import { openEmbeddedDatabase } from "./embedded.ts";
import { fingerprint } from "./move/fingerprint.ts";
import { tableOrder } from "./move/table-order.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import { chat, message, user } from "./schema.ts";

const limit = 120_000;
const [userId, chatId] = [crypto.randomUUID(), crypto.randomUUID()];

async function fill(storage: Database): Promise<void> {
  await storage.insert(user).values({ id: userId, kind: "member", name: "Jörg 😀" });
  await storage.insert(chat).values({ id: chatId, userId, title: "A 'title'" });
  const words = { chatId, parentId: chatId, role: "user" as const, metadata: { createdAt: "" } };
  await storage.insert(message).values({
    id: crypto.randomUUID(),
    ...words,
    parts: [{ type: "text", text: "Words\t\\ “q”" }],
  });
}

const fingerprints = async ({ database }: Connection) =>
  Promise.all(tableOrder().map((table) => fingerprint(database, table)));

// As docs/operations.md tells how to.

test("a copy of the embedded folder, made while it is closed, is a backup", {
  timeout: limit,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), "branchline-backup-"));
  const [folder, copy] = [join(root, "data"), join(root, "copy")];
  await copyDatabase(folder);
  const before = await openEmbeddedDatabase(folder);
  await fill(before.database);
  const stored = await fingerprints(before);
  await before.close();
  cpSync(folder, copy, { recursive: true });
  rmSync(folder, { recursive: true });
  const restored = await openEmbeddedDatabase(copy);
  expect(await fingerprints(restored)).toEqual(stored);
  await restored.close();
  rmSync(root, { recursive: true });
});

test.skipIf(!postgresPrograms())(
  "a dump of PostgreSQL, restored into an empty database, is a backup",
  { timeout: limit },
  async () => {
    const server = await startPostgres();
    const settings = { poolSize: 2, statementTimeout: 0 };
    const [address, empty] = [await server.createDatabase(), await server.createDatabase()];
    const before = await openPostgres({ address, ...settings });
    await fill(before.database);
    const program = (name: string) => join(postgresPrograms() ?? "", name);
    const dump = execFileSync(program("pg_dump"), ["--format=custom", address]);
    execFileSync(program("pg_restore"), ["--no-owner", "--dbname", empty], { input: dump });
    const restored = await openPostgres({ address: empty, ...settings });
    expect(await fingerprints(restored)).toEqual(await fingerprints(before));
    await before.close();
    await restored.close();
    await server.stop();
  },
);
