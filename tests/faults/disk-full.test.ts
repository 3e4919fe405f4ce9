import { expect, test } from "vitest";
import { runOnSmallDisk } from "@/tests/support/small-disk";

/** Bytes of the disk: a new database and its log take about 100 MB. */
const diskSize = 200 * 1024 * 1024;
/** Milliseconds; a run that was cut off is taken up again after up to 15 s. */
const limit = 180_000;

test(
  "a full disk is told, survived and recovered from",
  async ({ skip }) => {
    const vitest = [process.execPath, "node_modules/vitest/vitest.mjs", "run"];
    const command = [...vitest, "--config", "tests/faults/small-disk.config.ts"];
    const ended = await runOnSmallDisk(diskSize, command, limit - 10_000);
    if (!ended) return skip("This system lets an ordinary user mount nothing.");
    expect(ended.code, ended.output).toBe(0);
  },
  limit,
);
