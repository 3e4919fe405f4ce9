import "server-only";
import { headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { environment } from "../environment.ts";
import { clientAddress } from "../http/client-address.ts";
import { createGuest, findMember } from "./accounts.ts";
import { cookiesFor } from "./cookies.ts";
import { openSession, sessionLifetime } from "./sessions.ts";

declare module "next-auth" {
  interface Session {
    /** The row of `user_session` this cookie stands for. */
    sessionId?: string;
  }
}

const credentialsSchema = z.object({ email: z.string(), password: z.string() });

/** Whether browsers reach this installation over https. */
async function isEncrypted(): Promise<boolean> {
  const { publicAddress } = environment();
  if (publicAddress) return publicAddress.startsWith("https:");
  return (await headers()).get("x-forwarded-proto") === "https";
}

// Configured at each request: a build must not read settings or make secrets. next-auth's own endpoints are not served: ours
// (app/api/auth) check the origin, limit and answer like all others.
export const { auth, signIn, signOut } = NextAuth(async () => ({
  secret: environment().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: sessionLifetime() },
  cookies: cookiesFor(await isEncrypted()),
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
  ],
  callbacks: {
    async jwt({ token, user }) {
      return user?.id ? { sub: user.id, sessionId: await openSession(user.id) } : token;
    },
    session({ session, token }) {
      return typeof token.sessionId === "string"
        ? { ...session, sessionId: token.sessionId }
        : session;
    },
  },
  logger: {
    // What it complains about is thrown as well.
    error() {},
  },
}));
