import { beforeEach, describe, expect, test, vi } from "vitest";
import { openPolicy } from "@/lib/shared/policy";
import { Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { readRun, someAction } from "@/tests/support/run-reader";
import { deleteAccount } from "../auth/delete-account.ts";
import { usageByDay } from "../usage/read-usage.ts";
import { changePolicy } from "./change-policy.ts";
import { listRuns } from "./runs.ts";
import { listEntries, listEverybodysActions, readTrailFilter } from "./trail.ts";
import { usageByPerson } from "./usage.ts";
import { changeUser } from "./users.ts";

const conversation = new Conversation();
const place = { workspace: "secret-workspace", repo_slug: "secret-repository" };
let adminId: string;
beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
  adminId = await createUser();
});

const ask = (tool: string, input: object, found?: Parameters<typeof readRun>[1]) => {
  conversation.wire.begin(callThenText(dispatch([tool, { ...place, ...input }])));
  return conversation.send("a secret wish").then(async (runId) => {
    await readRun(runId, found);
    return runId;
  });
};
const person = () => ({ id: conversation.userId, name: "Jane", kind: "member" });

describe("what was done in people's names", () => {
  test("is listed for one of them and for everybody, by kind, and without a word of what was said", async () => {
    await ask("BITBUCKET_LIST_BRANCHES", {});
    const theirs = await listEverybodysActions({ userId: conversation.userId, kind: "all" });
    expect(theirs.actions).toMatchObject([
      { person: person(), tool: "BITBUCKET_LIST_BRANCHES", status: "succeeded", decision: null },
    ]);
    expect(JSON.stringify(theirs)).not.toContain("secret");
    const changes = { userId: conversation.userId, kind: "changes" } as const;
    expect((await listEverybodysActions(changes)).actions).toEqual([]);
    const everybodys = await listEverybodysActions({ kind: "all" });
    expect(everybodys.actions).toContainEqual(theirs.actions[0]);
    expect((await listEverybodysActions({ userId: adminId, kind: "all" })).actions).toEqual([]);
  });

  test.each([{ userId: "nobody" }, { kind: "everything" }])("%j is refused", (said) => {
    expect(() => readTrailFilter(said)).toThrow();
  });
});

test("an answer that waits is listed with what it waits for, and one that failed with its code", async () => {
  const waiting = await ask("BITBUCKET_CREATE_BRANCH", { name: "fix" }, someAction("approval"));
  await vi.waitFor(async () => {
    const { runs } = await listRuns();
    expect(runs.find(({ id }) => id === waiting)).toMatchObject({
      person: person(),
      status: "waiting",
      waitsFor: "approval",
      error: null,
    });
    expect(JSON.stringify(runs)).not.toContain("secret");
  });
  conversation.chatId = crypto.randomUUID();
  const refusal = { error: { message: "No.", code: "invalid_api_key" } };
  conversation.wire.begin({ model: () => Response.json(refusal, { status: 401 }) });
  const failed = await conversation.send("a secret wish");
  await readRun(failed);
  await vi.waitFor(async () => {
    const { runs } = await listRuns();
    expect(runs.find(({ id }) => id === failed)).toMatchObject({
      status: "failed",
      error: "model_refused_key",
    });
  });
});

test("usage is summed by person, and by day for everybody together", async () => {
  await ask("BITBUCKET_LIST_BRANCHES", {});
  const people = await usageByPerson();
  const own = people.find((row) => row.person.id === conversation.userId);
  expect(own?.input).toBeGreaterThan(0);
  const total = (rows: { input: number }[]) => rows.reduce((sum, { input }) => sum + input, 0);
  expect(total(await usageByDay("everybody"))).toBe(total(people));
});

test("what an administrator does is listed, also after they are gone", async () => {
  await changeUser(adminId, conversation.userId, { role: "admin" });
  const policy = { ...openPolicy, deniedTools: ["BITBUCKET_DELETE_*"] };
  await changePolicy(adminId, policy);
  const admin = { id: adminId, name: "Jane", kind: "member" };
  const [laidDown, promoted] = (await listEntries()).entries;
  expect(laidDown).toMatchObject({
    actor: admin,
    subject: null,
    change: { kind: "policy", policy },
  });
  expect(promoted).toMatchObject({
    actor: admin,
    subject: person(),
    change: { kind: "role", role: "admin" },
  });
  await deleteAccount(adminId, undefined, "192.0.2.1");
  expect((await listEntries()).entries[0]).toMatchObject({ actor: null, change: { policy } });
  await changePolicy(await createUser(), openPolicy);
});
