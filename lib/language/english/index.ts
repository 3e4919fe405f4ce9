import { actions } from "./actions";
import { activity } from "./activity";
import { admin } from "./admin";
import { attachments } from "./attachments";
import { audit } from "./audit";
import { chat } from "./chat";
import { common } from "./common";
import { connect } from "./connect";
import { connections } from "./connections";
import { errors } from "./errors";
import { habits } from "./habits";
import { permissions } from "./permissions";
import { projects } from "./projects";
import { results } from "./results";
import { search } from "./search";
import { settings } from "./settings";
import { sharedPage } from "./shared-page";
import { sharing } from "./sharing";
import { shelf } from "./shelf";
import { signIn } from "./sign-in";
import { tools } from "./tools";
import { usage } from "./usage";

export const english = {
  actions,
  admin,
  activity,
  attachments,
  audit,
  chat,
  common,
  connect,
  connections,
  errors,
  habits,
  permissions,
  projects,
  results,
  search,
  settings,
  sharedPage,
  sharing,
  shelf,
  signIn,
  tools,
  usage,
};
