import type { Words } from "../words";
import { common } from "./common";
import { signIn } from "./sign-in";

export const german: Words = { common, signIn };
