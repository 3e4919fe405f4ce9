import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { installForTests } from "@/tests/support/installation";
import { database } from "../database/connection.ts";
import { rateLimit } from "../database/schema.ts";
import { countUse, giveBack, readUsed } from "./rate-limit.ts";

installForTests();

let key: string;
beforeEach(() => {
  key = randomUUID();
});

const countOne = (most = 5, amount = 1) => countUse([{ key, most, seconds: 60 }], amount);

/** Moves the end of the window; a clock that is set does the same. */
async function shift(seconds: number): Promise<void> {
  await (await database())
    .update(rateLimit)
    .set({ resetsAt: sql`${rateLimit.resetsAt} + make_interval(secs => ${seconds})` })
    .where(eq(rateLimit.key, key));
}

test("exactly as many pass as may, of many at once", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => countOne(7)));
  expect(answers.filter((over) => over === null)).toHaveLength(7);
  for (const over of answers) if (over) expect(over.endsIn).toBeLessThanOrEqual(60);
});

test("a window that has ended begins anew", async () => {
  for (let time = 0; time < 6; time += 1) await countOne();
  expect(await countOne()).toMatchObject({ used: 7 });
  await shift(-61);
  expect(await readUsed(key)).toBeNull();
  expect(await countOne()).toBeNull();
  expect(await readUsed(key)).toMatchObject({ used: 1 });
});

test("a clock that is set back neither resets a limit nor prolongs it", async () => {
  for (let time = 0; time < 6; time += 1) await countOne();
  await shift(86_400);
  expect(await countOne()).toMatchObject({ used: 7 });
  expect((await readUsed(key))?.endsIn).toBeLessThanOrEqual(60);
});

test("several limits are counted together, and the one that ends last is told", async () => {
  const other = randomUUID();
  const limits = [
    { key, most: 1, seconds: 10 },
    { key: other, most: 1, seconds: 100 },
  ];
  expect(await countUse(limits)).toBeNull();
  expect(await countUse(limits)).toMatchObject({ key: other, used: 2 });
});

test("amounts, and what is given back", async () => {
  expect(await countOne(100, 90)).toBeNull();
  expect(await countOne(100, 11)).toMatchObject({ used: 101 });
  await giveBack(key);
  expect(await countOne(100, 0)).toBeNull();
  await giveBack(key, "all");
  expect(await readUsed(key)).toBeNull();
});

describe("what cannot be counted is not allowed", () => {
  test("with a table that is gone", async () => {
    const storage = await database();
    await storage.execute(sql`alter table rate_limit rename to elsewhere`);
    try {
      const answer = { status: 503, code: "storage_unavailable" };
      await expect(countOne()).rejects.toMatchObject(answer);
      await expect(readUsed(key)).rejects.toMatchObject(answer);
    } finally {
      await storage.execute(sql`alter table elsewhere rename to rate_limit`);
    }
    expect(await countOne()).toBeNull();
  });
});
