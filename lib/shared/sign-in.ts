import { z } from "zod";

/** Where to go afterwards. Only a path of this site is followed. */
const next = z.string().max(2_000).optional().catch(undefined);

/** `POST /api/auth/guest` and `POST /api/auth/providers/{provider}` */
export const signInWithoutPasswordSchema = z.strictObject({ next });

/** `POST /api/auth/password`. What could be no account's is refused like what is none. */
export const signInSchema = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(200),
  next,
});

/** What signing in as a guest and with a password answer: the path to go to. */
export const signedInSchema = z.object({ path: z.string() });

/** What beginning to sign in with a provider answers: the provider's address to go to. */
export const sentToProviderSchema = z.object({ address: z.url({ protocol: /^https?$/ }) });

/** A provider as the sign-in page offers it: its name in addresses, and what people call it. */
export type OfferedProvider = { id: "oidc" | "bitbucket"; name: string };

/** `POST /api/auth/sign-out` */
export const signOutSchema = z.strictObject({
  /** Of every browser that is signed in as this user. */
  everywhere: z.boolean().optional(),
});
