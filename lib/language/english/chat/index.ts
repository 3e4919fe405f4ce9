import { composer } from "./composer";
import { followUps } from "./follow-ups";
import { list } from "./list";
import { account, exported, menus, missing } from "./menus";
import { messages, notices, outcomes } from "./messages";
import { thread } from "./thread";
import { versions } from "./versions";
import { welcome } from "./welcome";

/** A chat and the list of them. */
export const chat = {
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
