import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The environment variable that names the disk to what {@link runOnSmallDisk} runs. */
export const smallDiskVariable = "TEST_SMALL_DISK";

/** Exit code of the script below where the system lets an ordinary user mount nothing. */
const cannotMount = 77;
const script = `mount -t tmpfs -o size="$0" tmpfs "$${smallDiskVariable}" || exit ${cannotMount}; exec "$@"`;

/**
 * Runs a command that alone sees a disk of that many bytes, in memory: a mount in a namespace of the command's own needs no
 * administrator, and is gone with it.
 *
 * @param limit milliseconds after which it is killed with everything it started
 * @returns null where the system allows no such thing
 */
export async function runOnSmallDisk(
  bytes: number,
  command: readonly string[],
  limit: number,
): Promise<{ code: number | null; output: string } | null> {
  const mountPoint = mkdtempSync(join(tmpdir(), "branchline-disk-"));
  try {
    const namespace = ["--user", "--map-root-user", "--mount"];
    const child = spawn("unshare", [...namespace, "sh", "-c", script, String(bytes), ...command], {
      env: { ...process.env, [smallDiskVariable]: mountPoint },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), limit);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part) => {
        output += String(part);
      });
    const [code] = await once(child, "close").finally(() => clearTimeout(timer));
    const refused = code === cannotMount || output.startsWith("unshare:");
    return refused ? null : { code, output };
  } catch {
    // There is no `unshare` here.
    return null;
  } finally {
    rmSync(mountPoint, { recursive: true });
  }
}

const blockSize = 65_536;
const ballast = (directory: string) => join(directory, "ballast");

/** Takes all the room on the disk of a folder. */
export function fillDisk(directory: string): void {
  const file = openSync(ballast(directory), "a");
  const block = Buffer.alloc(blockSize);
  const { bavail, bsize } = statfsSync(directory);
  try {
    for (let room = bavail * bsize; room > 0; )
      room -= writeSync(file, block, 0, Math.min(room, blockSize));
  } finally {
    closeSync(file);
  }
}

/** Gives back the room that {@link fillDisk} took. */
export function clearDisk(directory: string): void {
  rmSync(ballast(directory), { force: true });
}
