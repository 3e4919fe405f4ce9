import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportRow } from "./report";

/** Exit code of the script below where the system lets an ordinary user make no network of their own. */
const cannotIsolate = 77;
const script = `ip link set lo up || exit ${cannotIsolate}; exec "$@"`;

/** Runs a command that sees no network but a loopback of its own. @returns null where the system allows no such thing */
async function runWithoutNetwork(command: readonly string[], env: Record<string, string>) {
  const namespace = ["--user", "--map-root-user", "--net"];
  const child = spawn("unshare", [...namespace, "sh", "-c", script, "sh", ...command], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      output += String(bytes);
    });
  try {
    const [code] = await once(child, "close");
    return code === cannotIsolate || output.startsWith("unshare:") ? null : output;
  } catch {
    // There is no `unshare` here.
    return null;
  }
}

test("with the embedded services, it starts and serves where there is no network", async ({
  skip,
}) => {
  const output = await runWithoutNetwork(
    ["node", "tests/security/support/boot-without-network.ts"],
    {
      BRANCHLINE_OWN_NODE: "1",
      // A network of its own has all ports free.
      PORT: "3000",
      DATA_DIR: mkdtempSync(join(tmpdir(), "branchline-alone-")),
    },
  );
  if (output === null)
    return skip("This system lets an ordinary user make no network of their own.");
  const [answers = ""] = output.match(/^\{"outside".*\}$/m) ?? [];
  const expected = { outside: "unreachable", ready: 200, page: 200, guest: 201 };
  const safe = answers === JSON.stringify(expected);
  reportRow({ row: 18, title: "Started without a network", cases: 1, gotThrough: safe ? 0 : 1 });
  expect(JSON.parse(answers || "null"), output).toEqual(expected);
});
