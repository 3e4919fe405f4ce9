import { expect, test } from "vitest";
import { observeStatements, summaryOf, withoutValues } from "./statements.ts";

test.each([
  ['select "id" from "chat" where "chat"."user_id" = $1', "SELECT", "chat"],
  ['insert into "message" ("id") values ($1)', "INSERT", "message"],
  ['update "run" set "status" = $1', "UPDATE", "run"],
  ["begin", "BEGIN", undefined],
  [
    "\n  with incoming as (select * from jsonb_to_recordset($1)) select 1",
    "WITH",
    "jsonb_to_recordset",
  ],
])("%s", (text, operation, table) => {
  expect(summaryOf(text)).toEqual({ operation, table });
});

test("a statement is told without the values in it", () => {
  const text = "select $1, t1.a2 from t1\n where b = 'it''s secret' and c > 42 and d = 4.5";
  expect(withoutValues(text)).toBe("select $1, t1.a2 from t1 where b = ? and c > ? and d = ?");
});

test("a sender answers as it did, throws as it did, and is wrapped once", async () => {
  const asked: unknown[][] = [];
  const sender = {
    async query(...request: unknown[]) {
      asked.push(request);
      if (request[0] === "bad") throw new RangeError("no");
      return { rows: [1] };
    },
  };
  const once = observeStatements(sender);
  const { query } = once;
  expect(observeStatements(once).query).toBe(query);
  expect(await once.query("select 1", ["value"])).toEqual({ rows: [1] });
  await expect(once.query({ text: "bad" })).resolves.toEqual({ rows: [1] });
  await expect(once.query("bad")).rejects.toThrow(RangeError);
  const done = () => {};
  await once.query("select 2", [], done);
  expect(asked).toEqual([
    ["select 1", ["value"]],
    [{ text: "bad" }],
    ["bad"],
    ["select 2", [], done],
  ]);
});
