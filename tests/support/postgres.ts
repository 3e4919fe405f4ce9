import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** A PostgreSQL of the machine's own, started for one test run on a port and a folder of its own. */
export type PostgresServer = {
  port: number;
  /** The address of a new, empty database on it. */
  createDatabase(): Promise<string>;
  /** Kills it at once, as a crash does; {@link restart} finds what it had acknowledged. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const installed = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs on this machine, or undefined. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed).sort() : [];
  const folders = versions.map((version) => join(installed, version, "bin")).reverse();
  return [process.env.POSTGRES_BIN, ...folders].find(
    (folder) => folder !== undefined && existsSync(join(folder, "initdb")),
  );
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function runAs(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

const addressOf = (port: number, name: string) =>
  `postgres://branchline:secret@127.0.0.1:${port}/${name}`;

async function ask(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(port, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes an empty database on a server of {@link startPostgres}, and answers its address. */
export async function createDatabase(port: number): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(port, `create database ${name}`);
  return addressOf(port, name);
}

async function untilAnswering(port: number): Promise<void> {
  for (;;) {
    try {
      return await ask(port, "select 1");
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Starts a server in an empty cluster. It writes nothing through to the disk: a test's machine does not lose its power. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (!programs) throw new Error("This machine has no PostgreSQL: apt-get install postgresql");
  const folder = mkdtempSync(join(tmpdir(), "branchline-postgres-"));
  const user = runAs();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: "ignore" as const };
  const cluster = ["-D", join(folder, "data"), "-U", "branchline", "-A", "trust", "-E", "UTF8"];
  execFileSync(join(programs, "initdb"), [...cluster, "--no-sync", "--locale=C.UTF-8"], options);
  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "off",
    full_page_writes: "off",
    max_connections: "200",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = () =>
    spawn(join(programs, "postgres"), ["-D", join(folder, "data"), ...flags], options);
  let server = start();
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, "exit");
    server.kill(signal);
    await gone;
  };
  await untilAnswering(port);
  return {
    port,
    createDatabase: () => createDatabase(port),
    // Immediate: every process of it ends at once, without a word to anybody and without a checkpoint.
    kill: () => end("SIGQUIT"),
    async restart() {
      server = start();
      await untilAnswering(port);
    },
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
