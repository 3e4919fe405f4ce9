import { fileURLToPath } from "node:url";
import { continueOnOwnNode, ensureInstalled, onOwnNode } from "./bootstrap.mjs";

/** Measures the production build beside its references: `npm run bench`, or some parts of it, `npm run bench -- servers`. */
if (onOwnNode()) {
  const { ensureBuilt } = await import("./build.mjs");
  const { run } = await import("../tests/bench/run.ts");
  ensureBuilt();
  await run(process.argv.slice(2));
} else {
  ensureInstalled();
  continueOnOwnNode(fileURLToPath(import.meta.url));
}
