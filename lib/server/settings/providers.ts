import { z } from "zod";
import { parts } from "./fields.ts";

const onOrOff = z.enum(["on", "off"], "must be on or off");

/** Loopback alone may do without encryption: nothing leaves this machine there. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const secureAddress = z
  .url({ protocol: /^https?$/, error: "must be an address that starts with https://" })
  .refine(
    (address) => {
      const parsed = URL.parse(address);
      return parsed?.protocol === "https:" || loopback.test(parsed?.hostname ?? "");
    },
    { error: "must start with https://, unless it is on this machine" },
  );

const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

export const signInWaySettings = {
  PASSWORD_SIGN_IN: onOrOff
    .default("on")
    .describe("Whether people make accounts with an e-mail address and a password: `on` or `off`."),
  GUESTS: onOrOff
    .optional()
    .describe(
      "Whether guests are let in: `on` or `off`. Without it, only while model and Bitbucket are embedded.",
    ),
  ALLOWED_EMAIL_DOMAINS: z
    .string()
    .transform((list, { addIssue }) => {
      const domains = parts(list.toLowerCase());
      if (domains.every((name) => domain.test(name))) return domains;
      addIssue("must be domains separated by commas, such as example.com,example.org");
      return z.NEVER;
    })
    .optional()
    .describe(
      "Only e-mail addresses in these domains get in, separated by commas. A provider has to have verified them; of an address that is typed with a password nobody has.",
    ),
  ADMIN_EMAILS: z
    .string()
    .default("")
    .transform((list, { addIssue }) => {
      const emails = list ? parts(list.toLowerCase()) : [];
      if (emails.every((email) => z.email().safeParse(email).success)) return emails;
      addIssue("must be e-mail addresses separated by commas");
      return z.NEVER;
    })
    .describe(
      "Who becomes an administrator by signing in with a provider that has verified one of these e-mail addresses, separated by commas. Of an account with a password, `npm run admin:grant` makes one.",
    ),
  OIDC_ISSUER: secureAddress
    .optional()
    .describe("The address of an OpenID Connect provider, as it names itself."),
  OIDC_CLIENT_ID: z.string().optional().describe("The name by which that provider knows this app."),
  OIDC_CLIENT_SECRET: z.string().optional().describe("The secret that goes with it."),
  OIDC_NAME: z
    .string()
    .max(40)
    .optional()
    .describe("What people call that provider; without it, its host is named."),
  BITBUCKET_CLIENT_ID: z
    .string()
    .optional()
    .describe(
      "Key of an OAuth consumer in Bitbucket with the permissions Account: Read and Email, to sign in with Bitbucket.",
    ),
  BITBUCKET_CLIENT_SECRET: z.string().optional().describe("Secret of that consumer."),
  BITBUCKET_URL: secureAddress
    .default("https://bitbucket.org")
    .describe("Where people sign in to Bitbucket."),
  BITBUCKET_API_URL: secureAddress
    .default("https://api.bitbucket.org")
    .describe("Where Bitbucket says who signed in."),
};

export type SignInWaySettings = z.output<z.ZodObject<typeof signInWaySettings>>;

/** What is needed together. */
const sets = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["BITBUCKET_CLIENT_ID", "BITBUCKET_CLIENT_SECRET"],
] as const;

/** What is wrong with these settings taken together: a setting, and why. */
export function* signInComplaints(
  settings: SignInWaySettings,
): Generator<{ setting: keyof SignInWaySettings; complaint: string }> {
  for (const names of sets) {
    const missing = names.filter((name) => !settings[name]);
    if (missing.length === 0 || missing.length === names.length) continue;
    for (const setting of missing)
      yield { setting, complaint: `is needed as well: ${names.join(", ")} go together` };
  }
  const anyProvider = settings.OIDC_ISSUER || settings.BITBUCKET_CLIENT_ID;
  if (settings.PASSWORD_SIGN_IN === "off" && settings.GUESTS !== "on" && !anyProvider)
    yield {
      setting: "PASSWORD_SIGN_IN",
      complaint: "is off, and nothing else is on: set OIDC_*, BITBUCKET_CLIENT_* or GUESTS=on",
    };
}
