import type { Words } from "../words";
import { common } from "./common";
import { shelf } from "./shelf";
import { signIn } from "./sign-in";

export const german: Words = { common, shelf, signIn };
