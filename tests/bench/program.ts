import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { now } from "./clock.ts";

/** Clock ticks of the Linux kernel in a second, as every platform that Node runs on has it. */
const ticksPerSecond = 100;

/** A program that was started for the benchmark, with what it has used so far. */
export type Program = {
  processId: number;
  /** Milliseconds of processor time of the program and of all that it started. */
  processorTime(): number;
  /** Memory in bytes that the program and all that it started take up. */
  memory(): number;
  /** The next line of its standard output. */
  line(): Promise<string>;
  /** Tells it to end in an orderly way, and waits until it has. */
  end(): Promise<void>;
  stop(): Promise<void>;
};

/** The processes that one has started, and those that they have, and itself. */
function family(processId: number): number[] {
  const folder = `/proc/${processId}/task`;
  if (!existsSync(folder)) return [];
  const children = readdirSync(folder).flatMap((thread) =>
    readFileSync(`${folder}/${thread}/children`, "utf8").trim().split(" ").filter(Boolean),
  );
  return [processId, ...children.flatMap((child) => family(Number(child)))];
}

function ticksOf(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const residentBytes = (processId: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1] ?? 0) *
  1024;

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

function command(words: readonly string[], processor: number | undefined): [string, string[]] {
  const pinned = processor === undefined ? words : ["taskset", "-c", String(processor), ...words];
  const [first = "", ...rest] = pinned;
  return [first, rest];
}

/**
 * Starts a program.
 *
 * @param processor the one that it runs on; without it the system chooses
 */
export function startProgram(
  words: readonly string[],
  { environment = {}, folder = ".", processor }: ProgramOptions = {},
): Program {
  const child: ChildProcess = spawn(...command(words, processor), {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!child.pid || !child.stdout) throw new Error(`${words.join(" ")} did not start.`);
  const processId = child.pid;
  // Whatever ends the benchmark ends what it started.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exit = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    process.off("exit", kill);
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    processId,
    processorTime: () => (sum(family(processId).map(ticksOf)) * 1000) / ticksPerSecond,
    memory: () => sum(family(processId).map(residentBytes)),
    line: async () => String((await lines.next()).value),
    end: () => exit("SIGTERM"),
    stop: () => exit("SIGKILL"),
  };
}

export type ProgramOptions = {
  environment?: Record<string, string>;
  folder?: string;
  processor?: number;
};

/** Milliseconds until an address answers with 200, asked again at once until it does. */
export async function untilAnswered(address: string): Promise<number> {
  const begun = now();
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
