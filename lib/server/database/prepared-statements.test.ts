import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyDatabase } from "@/tests/support/database-template";
import { type Engine, openEngine } from "./engine";

const directory = mkdtempSync(join(tmpdir(), "branchline-test-"));
let engine: Engine;

beforeAll(async () => {
  await copyDatabase(directory);
  engine = await openEngine(join(directory, "database"));
  await engine.exec(
    "create table note (id serial primary key, words text, tags text[], extra jsonb)",
  );
});
afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

const kept = async () =>
  (await engine.query<{ statement: string }>("select statement from pg_prepared_statements")).rows;

test("a statement is read once and executed as often as it is asked for", async () => {
  const text = "select $1::int + 1 as sum";
  for (const value of [1, 2, 3])
    expect((await engine.query(text, [value])).rows).toEqual([{ sum: value + 1 }]);
  expect((await kept()).filter(({ statement }) => statement === text)).toHaveLength(1);
});

test("values go in and come out by their types", async () => {
  const { rows } = await engine.query(
    "insert into note (words, tags, extra) values ($1, $2, $3) returning words, tags, extra, $4::bool as yes, $5::timestamptz as at, $6::text as none",
    ["it's", ["a", "b c"], { one: [1] }, true, new Date(0), null],
  );
  expect(rows).toEqual([
    {
      words: "it's",
      tags: ["a", "b c"],
      extra: { one: [1] },
      yes: true,
      at: new Date(0),
      none: null,
    },
  ]);
  const asked = await engine.query("select 1 as one, now() as at", [], {
    rowMode: "array",
    parsers: { 1184: (at) => `at ${at}` },
  });
  expect(asked.rows).toEqual([[1, expect.stringMatching(/^at \d{4}/)]]);
});

test("a failure is told with its code, and what comes after it goes well", async () => {
  const divide = (by: number) => engine.query("select 1 / $1::int as part", [by]);
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  expect((await divide(1)).rows).toEqual([{ part: 1 }]);
  await expect(engine.query("select no_such_column")).rejects.toMatchObject({ code: "42703" });
  await expect(
    engine.transaction(async (transaction) => {
      await transaction.query("insert into note (words) values ($1)", ["gone"]);
      await transaction.query("select 1 / $1::int as part", [0]);
    }),
  ).rejects.toMatchObject({ code: "22012" });
  const { rows } = await engine.query("select 1 from note where words = $1", ["gone"]);
  expect(rows).toEqual([]);
});

test("nothing of others comes between the statements of a transaction", async () => {
  const words = () => engine.query("select words from note where words like 'apart%'");
  const change = engine.transaction(async (transaction) => {
    for (const number of [1, 2, 3])
      await transaction.query("insert into note (words) values ($1)", [`apart ${number}`]);
    await transaction.rollback();
    expect(() => transaction.query("select 1")).toThrow("ended");
  });
  expect((await words()).rows).toEqual([]);
  await change;
});

test("of very many statements some are given up, and a long one is not kept", async () => {
  for (let number = 0; number < 300; number += 1) await engine.query(`select ${number} as it`);
  expect((await engine.query("select 0 as it")).rows).toEqual([{ it: 0 }]);
  expect((await kept()).length).toBeLessThanOrEqual(256);
  const long = `select '${"x".repeat(5_000)}' as it`;
  expect((await engine.query(long)).rows).toHaveLength(1);
  expect((await kept()).some(({ statement }) => statement === long)).toBe(false);
});
