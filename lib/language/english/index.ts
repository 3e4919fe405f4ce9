import { actions } from "./actions";
import { activity } from "./activity";
import { common } from "./common";
import { connect } from "./connect";
import { results } from "./results";
import { shelf } from "./shelf";
import { signIn } from "./sign-in";

export const english = { actions, activity, common, connect, results, shelf, signIn };
