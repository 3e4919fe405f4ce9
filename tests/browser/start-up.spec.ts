import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "./support";

/** Runs `npm start`'s script to its end, which has to come soon. */
async function start(settings: Record<string, string>) {
  const child = spawn("node", ["--conditions=react-server", "scripts/start.mjs"], {
    env: { ...process.env, BRANCHLINE_OWN_NODE: "1", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 15_000,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      said += String(bytes);
    });
  const [code] = await once(child, "close");
  return { code, said };
}

test("a second start on the same data says so and harms nothing", async ({ request }, info) => {
  const dataDirectory = process.env[`TEST_DATA_${info.project.name}`] ?? "";
  const { code, said } = await start({ DATA_DIR: dataDirectory, PORT: "3999" });
  expect(code).toBe(1);
  expect(said).toContain("is in use by another Branchline");
  expect((await request.get("/api/health/ready")).status()).toBe(200);
});

test("a port that is taken is named", async ({ baseURL, request }, info) => {
  const { port } = new URL(baseURL ?? "");
  const { code, said } = await start({ DATA_DIR: info.outputPath("data"), PORT: port });
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is in use`);
  expect((await request.get("/api/health/ready")).status()).toBe(200);
});

for (const [setting, value] of [
  ["PORT", "abc"],
  ["AGENT_MAX_STEPS", "0"],
  ["OPENAI_BASE_URL", "not an address"],
  ["TOOL_ROUTER_MODE", "fast"],
] as const) {
  test(`a wrong ${setting} is named`, async ({ browserName: _ }, info) => {
    const { code, said } = await start({ DATA_DIR: info.outputPath("data"), [setting]: value });
    expect(code).toBe(1);
    expect(said).toContain(`${setting}:`);
    expect(said).toContain("These settings are wrong");
  });
}
