import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startRouter, type TestRouter, testKey } from "../testing/harness";
import { serve, type TestServer } from "../testing/serve";

const run = promisify(execFile);
const suite = join(
  dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/conformance/package.json")),
  "dist/index.js",
);

let router: TestRouter;
let server: TestServer;
let url: string;
beforeAll(async () => {
  router = await startRouter();
  // The suite has no way to send a key, so this door adds it; everything else arrives as it was sent.
  server = await serve((request, path) => {
    const headers = new Headers(request.headers);
    headers.set("x-api-key", testKey);
    return router.router.handle(new Request(request, { headers }), path.slice(1));
  });
  const { sessionId } = await router.composio().create("jane");
  url = `${server.origin}/sandbox/composio/tool_router/${sessionId}/mcp`;
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await router[Symbol.asyncDispose]();
});

/** The others need test tools, or resources, prompts, completions and logging, which a tool router does not offer. */
it.each(["server-initialize", "ping", "tools-list", "dns-rebinding-protection"])(
  "passes the official scenario %s",
  async (scenario) => {
    const { stdout } = await run(process.execPath, [
      suite,
      "server",
      "--url",
      url,
      "--scenario",
      scenario,
    ]);
    expect(stdout).toMatch(/Passed: ([1-9]\d*)\/\1, 0 failed/);
  },
);
