import { fileURLToPath } from "node:url";
import { continueOnOwnNode, ensureInstalled, onOwnNode } from "./bootstrap.mjs";

const self = fileURLToPath(import.meta.url);
if (onOwnNode()) {
  const { serve } = await import("./serve.mjs");
  await serve();
} else {
  ensureInstalled();
  continueOnOwnNode(self);
}
