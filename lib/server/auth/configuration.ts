import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { environment } from "../environment.ts";
import { createGuest, findMember } from "./accounts.ts";
import { openSession, sessionLifetime } from "./sessions.ts";

declare module "next-auth" {
  interface Session {
    /** The row of `user_session` this cookie stands for. */
    sessionId?: string;
  }
}

const credentialsSchema = z.object({ email: z.email().max(254), password: z.string().max(200) });

// Configured at the first request: a build must not read settings or make secrets.
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
  secret: environment().authSecret,
  trustHost: true,
  session: { strategy: "jwt", maxAge: sessionLifetime },
  pages: { signIn: "/signin", error: "/signin" },
  providers: [
    Credentials({ id: "guest", credentials: {}, authorize: createGuest }),
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const { email, password } = credentialsSchema.parse(credentials);
        return findMember(email, password);
      },
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
    // Wrong credentials are an ordinary answer, shown on the form.
    error() {},
  },
}));
