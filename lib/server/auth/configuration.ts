import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { environment } from "../environment.ts";
import { clientAddress } from "../http/client-address.ts";
import { createGuest, findMember } from "./accounts.ts";
import { ourCookies } from "./cookies.ts";
import { memberOf } from "./identities.ts";
import { ownPath } from "./own-path.ts";
import { configuredProviders, identityOf } from "./providers/index.ts";
import { openSession, sessionLifetime } from "./sessions.ts";

declare module "next-auth" {
  interface Session {
    /** The row of `user_session` this cookie stands for. */
    sessionId?: string;
  }
}

const credentialsSchema = z.object({ email: z.string(), password: z.string() });

const complaints = new AsyncLocalStorage<Error[]>();

/**
 * Makes a call of next-auth throw: where a provider takes part, it answers a failure with a redirect, and tells only its logger
 * what happened.
 */
export async function throwing<Result>(call: () => Promise<Result>): Promise<Result> {
  const heard: Error[] = [];
  const result = await complaints.run(heard, call);
  const [complaint] = heard;
  if (complaint) throw complaint;
  return result;
}

// Configured at each request: a build must not read settings or make secrets. next-auth's own endpoints are not served: ours
// (app/api/auth) check the origin, limit and answer like all others.
export const { auth, handlers, signIn, signOut } = NextAuth(async () => ({
  secret: environment().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: sessionLifetime() },
  cookies: await ourCookies(),
  pages: { signIn: "/signin", error: "/signin" },
  providers: [
    Credentials({
      id: "guest",
      credentials: {},
      authorize: (_credentials, request) => createGuest(clientAddress(request)),
    }),
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) =>
        findMember(credentialsSchema.parse(credentials), clientAddress(request)),
    }),
    ...configuredProviders(),
  ],
  callbacks: {
    async jwt({ token, user, account, profile }) {
      if (!user?.id) return token;
      const byProvider = account && account.type !== "credentials";
      const userId = byProvider
        ? await memberOf(
            identityOf(account.provider, profile),
            clientAddress({ headers: await headers() }),
          )
        : user.id;
      return { sub: userId, sessionId: await openSession(userId) };
    },
    // A path, never an address: behind a proxy, this process does not know by which name it is reached.
    redirect: ({ url, baseUrl }) => {
      const asked = URL.parse(url, baseUrl);
      return Promise.resolve(ownPath(asked ? `${asked.pathname}${asked.search}` : undefined));
    },
    session({ session, token }) {
      return typeof token.sessionId === "string"
        ? { ...session, sessionId: token.sessionId }
        : session;
    },
  },
  logger: {
    error: (error) => void complaints.getStore()?.push(error),
  },
}));
