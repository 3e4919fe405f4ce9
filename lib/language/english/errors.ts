import { attachments } from "./errors/attachments.ts";
import { connections } from "./errors/connections.ts";
import { hints } from "./errors/hints.ts";
import { model } from "./errors/model.ts";
import { requests } from "./errors/requests.ts";
import { router } from "./errors/router.ts";
import { tools } from "./errors/tools.ts";

/** The server's errors, by the keys that they carry. A stored error names its key for good: another meaning is another key. */
export const errors = {
  ...attachments,
  ...connections,
  ...hints,
  ...model,
  ...requests,
  ...router,
  ...tools,
};
