import { common } from "./common";
import { signIn } from "./sign-in";

export const english = { common, signIn };
