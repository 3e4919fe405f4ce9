import "server-only";
import { customFetch } from "next-auth";
import type { OAuthConfig } from "next-auth/providers";
import { z } from "zod";
import type { SignInWays } from "../../settings/sign-in-ways.ts";
import { type Identity, shownName, storedAddresses } from "./identity.ts";
import { providerFetch } from "./provider-fetch.ts";

type Settings = NonNullable<SignInWays["bitbucket"]>;

const personSchema = z.object({
  uuid: z.string().min(1),
  display_name: z.string().optional().catch(undefined),
  nickname: z.string().optional().catch(undefined),
});

const emailsSchema = z.object({
  values: z.array(
    z.object({ email: z.string(), is_primary: z.boolean(), is_confirmed: z.boolean() }),
  ),
});

const profileSchema = z.object({ person: personSchema, emails: emailsSchema });
type Profile = z.infer<typeof profileSchema>;

async function read<Schema extends z.ZodType>(
  address: string,
  accessToken: string | undefined,
  schema: Schema,
): Promise<z.output<Schema>> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/json" };
  const response = await providerFetch(address, { headers });
  if (!response.ok) throw new Error(`Bitbucket answered ${response.status}.`);
  return schema.parse(await response.json());
}

/** The library's own provider asks for no e-mail address, and names people by an id that not everybody has. */
export function bitbucketProvider(settings: Settings): OAuthConfig<Profile> {
  const { address, apiAddress } = settings;
  return {
    id: "bitbucket",
    type: "oauth",
    name: "Bitbucket",
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    checks: ["pkce", "state"],
    authorization: { url: `${address}/site/oauth2/authorize`, params: { scope: "account email" } },
    token: `${address}/site/oauth2/access_token`,
    userinfo: {
      url: `${apiAddress}/2.0/user`,
      request: async ({ tokens }: { tokens: { access_token?: string } }) => ({
        person: await read(`${apiAddress}/2.0/user`, tokens.access_token, personSchema),
        emails: await read(`${apiAddress}/2.0/user/emails`, tokens.access_token, emailsSchema),
      }),
    },
    profile: ({ person }) => ({ id: person.uuid }),
    [customFetch]: providerFetch,
  };
}

/** @throws ZodError when Bitbucket does not say who it is. */
export function bitbucketIdentity({ address }: Settings, profile: unknown): Identity {
  const { person, emails } = profileSchema.parse(profile);
  const confirmed = emails.values
    .filter((entry) => entry.is_confirmed)
    .toSorted((one, other) => Number(other.is_primary) - Number(one.is_primary));
  return {
    issuer: address,
    subject: person.uuid,
    name: shownName(person.display_name, person.nickname),
    emails: storedAddresses(confirmed.map(({ email }) => email)),
  };
}
