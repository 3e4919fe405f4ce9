import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, formsOf, isPage, leaks, listed, turnedAway } from "./access.requests";
import { type RawRequest, sendRaw, variantsOf } from "./paths.requests";
import { reportRow } from "./report";
import { type OccupiedServer, startOccupiedServer } from "./support/occupied-server";
import { copyWithIdleProxy, copyWithoutProxy } from "./support/without-proxy";
import { Visitor } from "./visitor";

/** Whether there is time to build without proxy.ts; else the build is told that there is none. */
const rebuilds = Number(process.env.SECURITY_ROUNDS ?? 0) > 1;

let stage: OccupiedServer;
let bare: OccupiedServer;
let folder = "";
let cases = 0;
const through: string[] = [];
function judge(what: string, wrong: readonly string[]): void {
  cases += 1;
  through.push(...wrong.map((reason) => `${what}: ${reason}`));
}

beforeAll(async () => {
  folder = rebuilds ? copyWithoutProxy() : copyWithIdleProxy();
  stage = await startOccupiedServer();
  bare = await startOccupiedServer(folder);
}, 600_000);
afterAll(async () => {
  reportRow({ row: 7, title: "Past the proxy", cases, gotThrough: through.length });
  await stage.close();
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends all variants, some at a time. */
async function sendAll(
  variants: readonly RawRequest[],
  cookie: string,
  look: (variant: RawRequest, bytes: string) => void,
): Promise<void> {
  const queue = [...variants];
  const work = async () => {
    for (let variant = queue.pop(); variant; variant = queue.pop()) {
      const own = variant.headers?.some(([name]) => name === "cookie");
      const headers: [string, string][] = [...(variant.headers ?? [])];
      if (cookie && !own) headers.push(["cookie", cookie]);
      look(variant, await sendRaw(stage.server.origin, { ...variant, headers }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

describe("however a path is written and whatever goes along", () => {
  const places: [string, () => string][] = [
    ["a chat's page", () => `/chat/${stage.owner.chat}`],
    ["a chat", () => `/api/chats/${stage.owner.chat}`],
    ["a result", () => `/api/actions/${stage.owner.finished}/result`],
  ];
  const variantsAt = (path: string) => variantsOf(path, stage.server.origin, stage.owner.userId);

  test.each(places)("nobody else gets a byte of %s", async (_name, place) => {
    const other = await stage.signIn(stage.other);
    const { secret, shared } = stage.owner;
    for (const [who, cookie] of [
      ["nobody", ""],
      ["another", other.cookies],
    ] as const)
      await sendAll(variantsAt(place()), cookie, ({ name }, bytes) => {
        const said = [...secret, ...shared].filter((word) => bytes.includes(word));
        judge(`${who}, ${place()}, ${name}`, said);
      });
    expect(through).toEqual([]);
  });

  test("its owner gets them by many of these ways: they lead there", async () => {
    const owner = await stage.signIn(stage.owner);
    const variants = variantsAt(`/chat/${stage.owner.chat}`);
    expect(variants.length).toBeGreaterThanOrEqual(40);
    const leading: string[] = [];
    await sendAll(variants, owner.cookies, ({ name }, bytes) => {
      if (stage.owner.secret.some((word) => bytes.includes(word))) leading.push(name);
    });
    console.log(`${leading.length} of ${variants.length} ways lead to a chat's page`);
    expect(leading.length).toBeGreaterThan(40);
  });
});

describe("without proxy.ts", () => {
  test("nothing of it is there: it gives pages their policy, and these have none", async () => {
    const guarded = await new Visitor(stage.server.origin).fetch("/signin");
    const unguarded = await new Visitor(bare.server.origin).fetch("/signin");
    expect(guarded.headers.get("content-security-policy")).toContain("nonce-");
    expect(unguarded.status).toBe(200);
    expect(unguarded.headers.get("content-security-policy")).toBeNull();
  });

  test("whoever is not signed in is turned away everywhere, and whoever is somebody else finds nothing", async () => {
    const other = await bare.signIn(bare.other);
    const owner = await bare.signIn(bare.owner);
    let shown = 0;
    for (const row of listed) {
      const [key, entry] = row;
      if (entry.access !== "private") continue;
      for (const form of formsOf(entry)) {
        const answer = await ask(new Visitor(bare.server.origin), row, bare.owner, form);
        const wrong = leaks(answer, entry, bare.owner);
        if (!turnedAway(answer, entry)) wrong.push(`it was let in: ${answer.status}`);
        judge(`without proxy.ts, nobody, ${key}`, wrong);
        const foreign = await ask(other, row, bare.owner, form);
        judge(`without proxy.ts, another, ${key}`, leaks(foreign, entry, bare.owner));
        if (!isPage(entry)) continue;
        const own = await ask(owner, row, bare.owner, form);
        if (leaks(own, entry, bare.owner).length > 0) shown += 1;
      }
    }
    expect(through).toEqual([]);
    // The pages are there: their owner sees them.
    expect(shown).toBeGreaterThanOrEqual(6);
  });

  test("proxy.ts knows nobody: it imports nothing that could", () => {
    const imported = readFileSync("proxy.ts", "utf8").matchAll(
      /from "([^"]+)"|import\("([^"]+)"\)/g,
    );
    expect([...imported].map(([, name]) => name).sort()).toEqual([
      "@/lib/server/headers/content-security-policy",
      "next/server",
      "node:crypto",
    ]);
  });
});
