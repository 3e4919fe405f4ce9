import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { authSecret } from "@/tests/support/server-settings";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sandbox-route-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  for (const name of ["branchline.environment", "branchline.sandbox"]) {
    Reflect.deleteProperty(globalThis, Symbol.for(name));
  }
  await rm(directory, { recursive: true, force: true });
});

/** What the route answers to one call of each service under these settings. */
async function statuses(settings: Record<string, string>) {
  vi.stubEnv("DATA_DIR", directory);
  vi.stubEnv("AUTH_SECRET", authSecret);
  for (const name of ["OPENAI_API_KEY", "COMPOSIO_API_KEY"]) vi.stubEnv(name, settings[name] ?? "");
  const { GET } = await import("./route");
  const get = async (...path: string[]) => {
    const request = new Request(`http://localhost:3000/sandbox/${path.join("/")}`);
    return (await GET(request, { params: Promise.resolve({ path }) })).status;
  };
  return {
    router: await get("composio", "api", "v3.1", "connected_accounts"),
    model: await get("openai", "v1", "responses"),
    other: await get("elsewhere"),
  };
}

/** 401: there, and asking for its key. */
it.each([
  ["both embedded", {}, { router: 401, model: 401, other: 404 }],
  ["a hosted model", { OPENAI_API_KEY: "k" }, { router: 401, model: 404, other: 404 }],
  ["a hosted router", { COMPOSIO_API_KEY: "k" }, { router: 404, model: 401, other: 404 }],
  [
    "both hosted",
    { OPENAI_API_KEY: "k", COMPOSIO_API_KEY: "k" },
    { router: 404, model: 404, other: 404 },
  ],
])("with %s", async (_, settings, expected) => {
  expect(await statuses(settings)).toEqual(expected);
});
