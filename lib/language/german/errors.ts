import type { Words } from "../words";
import { attachments } from "./errors/attachments";
import { connections } from "./errors/connections";
import { hints } from "./errors/hints";
import { model } from "./errors/model";
import { requests } from "./errors/requests";
import { router } from "./errors/router";
import { tools } from "./errors/tools";

export const errors: Words["errors"] = {
  ...attachments,
  ...connections,
  ...hints,
  ...model,
  ...requests,
  ...router,
  ...tools,
};
