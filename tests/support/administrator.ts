import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Visitor } from "../security/visitor";
import { type IdentityProvider, logIn } from "./identity-provider";

export const administratorEmail = "ada@acme.example";

/** Signs in with the provider as somebody with this address, and answers their browser. */
export async function signInWith(
  provider: IdentityProvider,
  origin: string,
  email: string,
): Promise<Visitor> {
  const login = randomUUID();
  const name = email.split("@")[0] ?? "";
  provider.people.set(login, { name, email, email_verified: true });
  const visitor = new Visitor(origin);
  const begun = await visitor.post("/api/auth/providers/oidc");
  const { address } = z.object({ address: z.string() }).parse(await begun.json());
  const { pathname, search } = await logIn(address, login);
  await visitor.fetch(`${pathname}${search}`);
  return visitor;
}
