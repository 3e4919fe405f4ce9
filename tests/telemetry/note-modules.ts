/**
 * Loaded into a server before anything of its own (`node --import`): writes down every file that is loaded as code, in
 * `NOTED_MODULES_FILE`.
 */
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";

const file = process.env.NOTED_MODULES_FILE ?? "/dev/null";

registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(file, `${url}\n`);
    return nextLoad(url, context);
  },
});
