import { z } from "zod";
import { weaknessOf } from "../secrets.ts";
import { integer } from "./fields.ts";

export const howToMakeSecret = "make one with `openssl rand -base64 33`";

export const signInSettings = {
  AUTH_SECRET: z
    .string()
    .superRefine((secret, { addIssue }) => {
      const weakness = weaknessOf(secret);
      if (weakness) addIssue(`${weakness}: ${howToMakeSecret}`);
    })
    .optional()
    .describe(
      "Encrypts session cookies. Needed with real services and with `DATABASE_URL`, the same for all instances, and refused when it is easy to guess: `openssl rand -base64 33` makes one. While all is embedded, one is made and kept in `DATA_DIR`.",
    ),
  SESSION_IDLE_DAYS: integer(1, 365)
    .default(14)
    .describe("Days after which a browser that was not used has to sign in again."),
  SESSION_MAX_DAYS: integer(1, 365)
    .default(90)
    .describe("Days after which every browser has to sign in again."),
  SIGN_IN_TRIES: integer(1, 1_000)
    .default(10)
    .describe(
      "Failed sign-ins in 15 minutes, to one account as well as from one address, before more are refused.",
    ),
  NEW_ACCOUNTS_PER_HOUR: integer(1, 1_000_000)
    .default(60)
    .describe("Guests and accounts that may be made from one address in an hour."),
};
