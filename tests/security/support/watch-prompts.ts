/**
 * Loaded into a server before anything of its own (`node --import`): writes down the body of every request to a model, in
 * `WATCH_PROMPTS_FILE`. For a model that is part of the server, where no other server sees it.
 */
import { appendFileSync } from "node:fs";

const file = process.env.WATCH_PROMPTS_FILE ?? "/dev/null";
const original = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (address.endsWith("/responses")) appendFileSync(file, `${JSON.stringify(init?.body)}\n`);
  return original(input, init);
};
