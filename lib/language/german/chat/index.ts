import type { Words } from "../../words";
import { composer } from "./composer";
import { followUps } from "./follow-ups";
import { list } from "./list";
import { account, exported, menus, missing } from "./menus";
import { messages, notices, outcomes } from "./messages";
import { thread } from "./thread";
import { versions } from "./versions";
import { welcome } from "./welcome";

export const chat: Words["chat"] = {
  composer,
  account,
  exported,
  menus,
  missing,
  followUps,
  list,
  messages,
  notices,
  outcomes,
  thread,
  versions,
  welcome,
};
