import { common } from "./common";
import { shelf } from "./shelf";
import { signIn } from "./sign-in";

export const english = { common, shelf, signIn };
