import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { servingProcess } from "../faults/proc";
import { freePort } from "../support/free-port";

/** The user that the Dockerfile names. */
export const imageUser = 65_532;

/** Exit code of the script below where the system lets us mount nothing. */
const cannotMount = 77;

/**
 * Does what a container engine does with `--read-only` and one volume: the image is the whole file system, only /data in it can be
 * written to, and the image's entry is the first process of its own list, without any privilege.
 */
const script = `
mount --bind "$IMAGE" "$IMAGE" && mount --rbind /proc "$IMAGE/proc" && mount --rbind /dev "$IMAGE/dev" &&
mount -o remount,bind,ro "$IMAGE" && mount --bind "$VOLUME" "$IMAGE/data" || exit ${cannotMount}
exec setpriv --no-new-privs chroot $AS "$IMAGE" /usr/local/bin/node --v8-pool-size=1 /branchline/entry.mjs
`;

export type Container = AsyncDisposable & {
  origin: string;
  /** Asks it for a path, and tells what it has written when it does not answer. */
  request(path: string, headers?: Record<string, string>): Promise<Response>;
  /** What it has written to its output so far, a line each. */
  lines(): string[];
  /** The id of its process, as this system sees it. */
  processId(): number;
  /** Tells it to end, as an engine does, and answers its exit code. */
  terminate(): Promise<number | null>;
};

/** Milliseconds that a start, and an end, may take on a busy machine. */
const patience = 40_000;

async function untilReady(origin: string, ended: () => boolean): Promise<boolean> {
  const signal = AbortSignal.timeout(patience);
  while (!ended() && !signal.aborted) {
    const answer = await fetch(`${origin}/api/health/ready`, { signal }).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/**
 * Runs an image with these settings and nothing else in its environment, on an empty volume.
 *
 * @returns null where the system does not let us; rejects when the image does not come up
 */
export async function runImage(
  image: string,
  settings: Record<string, string> = {},
): Promise<Container | null> {
  const port = await freePort();
  const volume = mkdtempSync(join(tmpdir(), "branchline-volume-"));
  const administrator = userInfo().uid === 0;
  if (administrator) chownSync(volume, imageUser, imageUser);
  for (const folder of ["proc", "dev", "data"]) mkdirSync(join(image, folder), { recursive: true });
  const namespaces = ["--mount", "--pid", "--fork", "--kill-child"];
  // Whoever is no administrator here is none in there either, whatever they are called.
  if (!administrator) namespaces.push("--user", "--map-root-user");
  const child = spawn("unshare", [...namespaces, "sh", "-c", script], {
    env: {
      PATH: process.env.PATH,
      IMAGE: image,
      VOLUME: volume,
      AS: administrator ? `--userspec=${imageUser}:${imageUser}` : "",
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: "/data",
      // As Kubernetes names it: the server must not take it for an address to listen at.
      HOSTNAME: "branchline-0",
      DEMO_WORD_INTERVAL_MS: "0",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      output += String(bytes);
    });
  const closed = once(child, "close");
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  /** Both: a process that has become another user does not end with the one that has started it. */
  const kill = () => {
    if (ended()) return;
    process.kill(servingProcess(child.pid ?? 0), "SIGKILL");
    child.kill("SIGKILL");
  };
  const origin = `http://localhost:${port}`;
  const remove = () => rm(volume, { recursive: true, force: true });
  if (!(await untilReady(origin, ended))) {
    kill();
    await remove();
    if (child.exitCode === cannotMount || output.startsWith("unshare:")) return null;
    throw new Error(`The image ended with ${child.exitCode}:\n${output}`);
  }
  return {
    origin,
    request: (path, headers = {}) =>
      fetch(`${origin}${path}`, { headers, signal: AbortSignal.timeout(patience) }).catch(
        (cause) => {
          throw new Error(`The image did not answer to ${path}:\n${output}`, { cause });
        },
      ),
    lines: () => output.split("\n").filter(Boolean),
    processId: () => servingProcess(child.pid ?? 0),
    async terminate() {
      process.kill(servingProcess(child.pid ?? 0), "SIGTERM");
      await once(child, "close", { signal: AbortSignal.timeout(patience) }).catch((cause) => {
        throw new Error(`The image did not end:\n${output}`, { cause });
      });
      return child.exitCode;
    },
    async [Symbol.asyncDispose]() {
      kill();
      await closed;
      await remove();
    },
  };
}
