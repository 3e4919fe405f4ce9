/**
 * Run where there is no network at all but the machine's own loopback: starts a production server, asks whether it is healthy,
 * and signs in. Prints what it was answered, as JSON.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";

const origin = `http://localhost:${process.env.PORT}`;
const server = spawn("node", ["--conditions=react-server", "scripts/start.mjs"], {
  stdio: "ignore",
});

async function statusOf(path: string, init?: RequestInit): Promise<number> {
  const response = await fetch(`${origin}${path}`, init).catch(() => null);
  await response?.body?.cancel();
  return response?.status ?? 0;
}

while (server.exitCode === null && (await statusOf("/api/health/ready")) !== 200)
  await new Promise((resolve) => setTimeout(resolve, 100));

const outside = await fetch("http://192.0.2.1/", { signal: AbortSignal.timeout(2_000) }).then(
  () => "reached",
  () => "unreachable",
);
const guest = {
  method: "POST",
  body: "{}",
  headers: { origin, "content-type": "application/json" },
};
console.log(
  JSON.stringify({
    outside,
    ready: await statusOf("/api/health/ready"),
    page: await statusOf("/signin"),
    guest: await statusOf("/api/auth/guest", guest),
  }),
);
const gone = once(server, "exit");
server.kill("SIGTERM");
await gone;
