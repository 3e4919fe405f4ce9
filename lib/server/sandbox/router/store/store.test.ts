import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoredSession } from "./schema";
import { openStore, StateFileError } from "./store";

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "router-store-"));
  file = join(directory, "deeper", "router.json");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const session = (id: string, updatedAt = 0): StoredSession => ({
  id,
  userId: "u",
  policy: {},
  version: 1,
  createdAt: 0,
  updatedAt,
  history: [],
});

describe("the state file", () => {
  it("survives its store, and leaves nothing beside it", async () => {
    const store = openStore(file, Date.now);
    expect((await store.read()).sessions).toEqual([]);
    await store.update((draft) => draft.sessions.push(session("trs_1")));
    expect((await openStore(file, Date.now).read()).sessions).toEqual([session("trs_1")]);
    expect(await readdir(join(directory, "deeper"))).toEqual(["router.json"]);
  });

  it("takes changes one at a time", async () => {
    const store = openStore(file, Date.now);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.update((draft) => draft.sessions.push(session(`trs_${index}`))),
      ),
    );
    const { sessions } = await store.read();
    expect(sessions.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, index) => `trs_${index}`),
    );
  });

  it("stores nothing of a change that throws, and goes on", async () => {
    const store = openStore(file, Date.now);
    const broken = store.update((draft) => {
      draft.sessions.push(session("trs_half"));
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    await store.update((draft) => draft.sessions.push(session("trs_whole")));
    expect((await store.read()).sessions.map(({ id }) => id)).toEqual(["trs_whole"]);
  });

  it.each([
    ["broken JSON", "{", "is not valid JSON"],
    [
      "another shape",
      '{"version":1,"sessions":{}}',
      "does not hold this router's state (sessions)",
    ],
    ["an unknown version", '{"version":2,"sessions":[],"accounts":[]}', "(version)"],
  ])("refuses %s by name and overwrites nothing", async (_, content, complaint) => {
    await openStore(file, Date.now).update(() => undefined);
    await writeFile(file, content);
    const store = openStore(file, Date.now);
    await expect(store.read()).rejects.toThrow(StateFileError);
    await expect(store.read()).rejects.toThrow(complaint);
    await expect(store.update(() => undefined)).rejects.toThrow(file);
    expect(await readFile(file, "utf8")).toBe(content);
  });

  it("notices a file that was replaced or removed under it", async () => {
    const store = openStore(file, Date.now);
    await store.update((draft) => draft.sessions.push(session("trs_1")));
    await openStore(file, Date.now).update((draft) => draft.sessions.push(session("trs_2")));
    expect((await store.read()).sessions).toHaveLength(2);
    await rm(file);
    expect((await store.read()).sessions).toEqual([]);
  });

  it("keeps the 2,000 sessions used last", async () => {
    const store = openStore(file, Date.now);
    await store.update((draft) => {
      draft.sessions = Array.from({ length: 2001 }, (_, index) => session(`trs_${index}`, index));
    });
    const { sessions } = await store.read();
    expect(sessions).toHaveLength(2000);
    expect(sessions[0]?.id).toBe("trs_1");
  });

  it("tells who waits for a change", async () => {
    const store = openStore(file, Date.now);
    const abort = new AbortController();
    const change = store.changed(abort.signal);
    await store.update(() => undefined);
    await change;
    const never = store.changed(abort.signal);
    abort.abort();
    await expect(never).rejects.toThrow();
  });
});
