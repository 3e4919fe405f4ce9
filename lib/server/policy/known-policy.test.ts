import { beforeAll, describe, expect, test, vi } from "vitest";
import { openPolicy } from "@/lib/shared/policy";
import { createUser, installForTests } from "@/tests/support/installation";
import { changePolicy } from "../admin/change-policy.ts";
import { database } from "../database/connection.ts";
import { adminPolicy } from "../database/schema.ts";
import { everyone } from "./everyone.ts";
import { knownPolicy, notifyOfPolicy, watchPolicy } from "./known-policy.ts";

installForTests();

const denying = (tool: string) => ({ ...openPolicy, deniedTools: [tool] });

/** As another process does. */
async function storeElsewhere(tool: string): Promise<void> {
  const values = { id: everyone, policy: denying(tool) };
  await (await database())
    .insert(adminPolicy)
    .values(values)
    .onConflictDoUpdate({ target: adminPolicy.id, set: values });
}

test("without anybody who hears of changes, it is read each time", async () => {
  await knownPolicy();
  await storeElsewhere("A");
  expect((await knownPolicy()).deniedTools).toEqual(["A"]);
});

describe("with changes heard of", () => {
  beforeAll(() => watchPolicy());

  test("it is kept until another process says that it has changed", async () => {
    await storeElsewhere("B");
    await knownPolicy();
    await storeElsewhere("C");
    expect((await knownPolicy()).deniedTools).toEqual(["B"]);
    await (await database()).execute(notifyOfPolicy());
    await vi.waitFor(async () => expect((await knownPolicy()).deniedTools).toEqual(["C"]));
  });

  test("what is read while it changes is not kept", async () => {
    await (await database()).execute(notifyOfPolicy());
    const reading = knownPolicy();
    await storeElsewhere("D");
    await (await database()).execute(notifyOfPolicy());
    await reading;
    await vi.waitFor(async () => expect((await knownPolicy()).deniedTools).toEqual(["D"]));
  });

  test("a change of this process holds at once", async () => {
    vi.spyOn(console, "info").mockImplementation(() => {});
    await knownPolicy();
    await changePolicy(await createUser(), denying("E"));
    expect((await knownPolicy()).deniedTools).toEqual(["E"]);
  });
});
