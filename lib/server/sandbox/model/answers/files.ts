import type { ReceivedFile } from "../protocol/received-files";
import { code } from "./words";

/** What came with a message. Nothing is said of what is in it: no script can look there. */
export function tellFiles(files: readonly ReceivedFile[]): string {
  const lines = files.map(
    ({ name, kind, size }) => `- ${code(name)}: ${kind}, ${size.toLocaleString("en")} bytes`,
  );
  return `I received:\n\n${lines.join("\n")}\n\nI am a scripted demo: I can tell that they came, and not what is in them.`;
}
