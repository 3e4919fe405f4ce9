import { enableCompileCache } from "node:module";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";

/**
 * Serves what was built. Lies beside Next's server.js, in an image as well as under `npm start`; settings, database and what is
 * left to do are looked at by lib/server/start.ts before the first request is answered.
 */
const interfaces = Object.values(networkInterfaces()).flat();

Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: "1",
  // Next would wait for every event stream to end by itself; ours ends runs in an orderly way (lib/server/shutdown.ts).
  NEXT_MANUAL_SIG_HANDLE: "true",
  // Milliseconds. Longer than proxies and browsers keep a connection they do not use: who reuses one must not find it closing.
  KEEP_ALIVE_TIMEOUT: "75000",
  // Every address. In a container the variable has the name of the machine, at which 127.0.0.1 would not answer.
  HOSTNAME: interfaces.some((one) => one?.family === "IPv6") ? "::" : "0.0.0.0",
  // Next goes to its own folder.
  DATA_DIR: resolve(process.env.DATA_DIR?.trim() || ".data"),
});

// Compiling its code is a fifth of a start. Several instances on one database keep nothing on their disks.
if (!process.env.DATABASE_URL?.trim())
  enableCompileCache(join(process.env.DATA_DIR, "compile-cache"));

// Whoever read the log may be gone. Next would write that down as an error, which nobody reads either, and so on without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

// The standard output is a log with one JSON object a line; this is how Next talks about itself.
console.log = () => {};

await import(new URL("server.js", import.meta.url).href);
