import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { enterAsGuest } from "../faults/person";
import { residentBytes } from "../faults/proc";
import { Reader, storedTexts } from "../faults/reader";
import { serviceSettings } from "../faults/services";
import { postgresPrograms, startPostgres } from "../support/postgres";
import { authSecret } from "../support/server-settings";
import { startCollector } from "../telemetry/collector";
import { type Container, imageUser, runImage } from "./contained";

const folder = mkdtempSync(join(tmpdir(), "branchline-image-"));
const image = join(folder, "image");
const server = join(image, "branchline");

/** Megabytes that the image may have: what it has, and a tenth. */
const largest = 220;

beforeAll(() => {
  execFileSync("node", ["scripts/image.mjs", image], { stdio: "inherit" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files below a folder; where a link leads to is another's. */
function filesOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const file = join(path, entry.name);
    if (entry.isDirectory()) return filesOf(file);
    return entry.isFile() ? [file] : [];
  });
}

const memoryOf = (container: Container) =>
  (residentBytes(container.processId()) / 1_000_000).toFixed(0);

/** Megabytes of all files below a folder. */
const sizeOf = (path: string) =>
  filesOf(path).reduce((sum, file) => sum + statSync(file).size, 0) / 1_000_000;

test("the image holds the server, Node and its libraries, and nothing else", () => {
  const sizes = { image: sizeOf(image), server: sizeOf(server), node: sizeOf(join(image, "usr")) };
  console.log(`megabytes: ${JSON.stringify(sizes)}`);
  expect(readdirSync(image).sort()).toEqual(["branchline", "etc", "lib", "lib64", "usr"]);
  expect(readdirSync(server).sort()).toEqual(
    [".next", "entry.mjs", "health.mjs", "lib", "node_modules", "package.json", "public"].concat([
      "server.js",
    ]),
  );
  expect(readdirSync(join(server, "lib/server"))).toEqual(["database"]);
  expect(readdirSync(join(server, "lib/server/database"))).toEqual(["migrations"]);
  const strange =
    /\/(\.env|\.data|\.git)|\.(test\.|map$|d\.[cm]?ts$)|node_modules\/(sharp|typescript)\//;
  expect(filesOf(image).filter((file) => strange.test(file))).toEqual([]);
  expect(sizes.image).toBeLessThan(largest);
});

test("it answers as an ordinary user, with nothing but its volume to write to", async ({
  skip,
}) => {
  await using container = await runImage(image);
  if (!container) return skip("This system lets tests mount nothing.");
  const { origin } = container;
  const status = readFileSync(`/proc/${container.processId()}/status`, "utf8");
  if (process.getuid?.() === 0) expect(status).toMatch(new RegExp(`^Uid:\\s+${imageUser}\\s`, "m"));
  expect(status).toMatch(/^CapEff:\s+0+$/m);
  expect(status).toMatch(/^NSpid:\s+\d+\s+1$/m);

  const health = (port: string) =>
    spawnSync(process.execPath, [join(server, "health.mjs")], {
      env: { NODE_ENV: "production", PORT: port },
    }).status;
  expect(health(new URL(origin).port)).toBe(0);
  expect(health("1")).toBe(1);

  const person = await enterAsGuest(origin);
  await person.connectBitbucket();
  const chatId = crypto.randomUUID();
  const text = "Create a new branch release/2.0 off main in acme/api";
  const reader = new Reader(await person.send(chatId, { id: crypto.randomUUID(), text }));
  await person.approve(await reader.untilApproval());
  await reader.over;
  while ((await person.chat(chatId)).live) await new Reader(await person.follow(chatId)).over;
  const chat = await person.chat(chatId);
  expect(chat.messages.at(-1)?.metadata.outcome).toEqual({ status: "done" });
  expect(storedTexts(chat).join("")).toContain("release/2.0");
  const rows = await person.actions(chatId);
  expect(rows.find(({ tool }) => tool === "BITBUCKET_CREATE_BRANCH")?.status).toBe("succeeded");

  const page = await person.request(`/chat/${chatId}`);
  const style = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(await page.text())?.[1] ?? "";
  expect((await person.request(style)).headers.get("content-type")).toContain("text/css");
  expect((await person.request("/favicon.ico")).status).toBe(200);

  const made = await person.post(`/api/chats/${chatId}/shares`, { audience: "link", image: true });
  const { path } = z.object({ path: z.string() }).parse(await made.json());
  const copy = await (await fetch(`${origin}${path}`)).text();
  const picture = /\/share\/image\/[\w-]+/.exec(copy)?.[0] ?? "";
  expect((await fetch(`${origin}${picture}`)).headers.get("content-type")).toBe("image/png");

  console.log(`memory, all embedded: ${memoryOf(container)} MB`);
  expect(await container.terminate()).toBe(0);
  const events = container
    .lines()
    .map((line) => z.object({ event: z.string() }).parse(JSON.parse(line)).event);
  expect(events.at(0)).toBe("started");
  expect(events).toContain("ending");
  expect(container.lines().filter((line) => /EROFS|EACCES|read-only/i.test(line))).toEqual([]);
});

test.skipIf(!postgresPrograms())(
  "on PostgreSQL with real services it keeps nothing, and says how it is",
  async ({ skip }) => {
    await using collector = await startCollector();
    const postgres = await startPostgres();
    const token = "token-of-prometheus-7d20";
    try {
      await using container = await runImage(image, {
        AUTH_SECRET: authSecret,
        DATABASE_URL: await postgres.createDatabase(),
        DATA_DIR: "/nowhere",
        METRICS_TOKEN: token,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
        ...serviceSettings("http://127.0.0.1:9"),
      });
      if (!container) return skip("This system lets tests mount nothing.");
      const page = await container.request("/signin");
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("</html>");
      const headers = { authorization: `Bearer ${token}` };
      const measured = async () => (await container.request("/api/metrics", headers)).text();
      // A request counts once its last byte was sent.
      await expect.poll(measured).toMatch(/^http_server_request_duration_count\{.*"\/signin"/m);
      console.log(`memory, nothing embedded: ${memoryOf(container)} MB`);
      expect(await container.terminate()).toBe(0);
      const paths = new Set(collector.received.map(({ path }) => path));
      expect([...paths].sort()).toEqual(["/v1/metrics", "/v1/traces"]);
    } finally {
      await postgres.stop();
    }
  },
);

test("a wrong setting ends it, and is named", async ({ skip }) => {
  const started = runImage(image, { TRUST_PROXY: "many" });
  const outcome = await started.catch((error: unknown) => String(error));
  if (outcome === null) return skip("This system lets tests mount nothing.");
  expect(outcome).toMatch(/ended with 1:[\s\S]*TRUST_PROXY/);
});
