import { readdirSync, readFileSync } from "node:fs";

const field = (status: string, name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? Number.NaN);

/** The process that serves: of those a start script started, the one with the most memory. */
export function servingProcess(startScript: number): number {
  const children = readFileSync(`/proc/${startScript}/task/${startScript}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean)
    .map(Number);
  const [largest] = children.sort((left, right) => residentBytes(right) - residentBytes(left));
  if (!largest) throw new Error("The start script has started nothing.");
  return largest;
}

/** Memory that a process really takes up, in bytes. */
export function residentBytes(processId: number): number {
  return field(readFileSync(`/proc/${processId}/status`, "utf8"), "VmRSS") * 1024;
}

/** Files and sockets that a process has open. */
export function openHandles(processId: number): number {
  return readdirSync(`/proc/${processId}/fd`).length;
}
