import type { Words } from "../words";
import { actions } from "./actions";
import { activity } from "./activity";
import { chat } from "./chat";
import { common } from "./common";
import { connect } from "./connect";
import { errors } from "./errors";
import { habits } from "./habits";
import { results } from "./results";
import { sharedPage } from "./shared-page";
import { shelf } from "./shelf";
import { signIn } from "./sign-in";

export const german: Words = {
  actions,
  activity,
  chat,
  common,
  connect,
  errors,
  habits,
  results,
  sharedPage,
  shelf,
  signIn,
};
