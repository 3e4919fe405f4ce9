import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { type OwnServer, startServer } from "../support/own-server";

const noteSchema = z.object({ kind: z.enum(["connect", "lookup"]), destination: z.string() });

export type WatchedServer = OwnServer & {
  /** Where it went so far: `host:port` of connections, and names that were looked up. */
  destinations(): { connected: Set<string>; lookedUp: Set<string> };
};

/** A server whose every connection and name lookup is written down. */
export async function startWatchedServer(settings: Record<string, string>): Promise<WatchedServer> {
  const file = join(mkdtempSync(join(tmpdir(), "branchline-network-")), "network.jsonl");
  writeFileSync(file, "");
  const watch = pathToFileURL("tests/security/support/watch-network.ts").href;
  const options = { NODE_OPTIONS: `--import=${watch}`, WATCH_NETWORK_FILE: file };
  const server = await startServer({ ...options, ...settings });
  return {
    ...server,
    destinations() {
      const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
      const notes = lines.map((line) => noteSchema.parse(JSON.parse(line)));
      const of = (wanted: string) =>
        new Set(notes.flatMap(({ kind, destination }) => (kind === wanted ? destination : [])));
      return { connected: of("connect"), lookedUp: of("lookup") };
    },
  };
}
