import { z } from "zod";
import { callbackWithOutcome } from "../accounts/callback";
import { HostedError } from "../errors";
import { readText } from "../http/body";
import type { RouterServices } from "../services";
import type { Toolkit } from "../toolkit";
import { type Decision, decideLink, type LinkState, linkState } from "./decision";
import { consentPage, decidedPage, endedPage } from "./pages";

const formLimit = 16 * 1024;

const formSchema = z.object({
  decision: z.enum(["allow", "deny"]),
  identity: z.string().optional(),
});

/** The person's answer, or what is wrong with it. */
async function readDecision(
  request: Request,
  toolkit: Toolkit,
): Promise<Decision | { kind: "invalid"; problem: string }> {
  const fields = new URLSearchParams(await readText(request, formLimit));
  const parsed = formSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return { kind: "invalid", problem: "Choose Allow or Deny." };
  if (parsed.data.decision === "deny") return { kind: "deny" };
  const { identity: username } = parsed.data;
  return username !== undefined && toolkit.identities.some((one) => one.username === username)
    ? { kind: "allow", username }
    : { kind: "invalid", problem: "Choose who you want to continue as." };
}

function ended(toolkit: Toolkit, link: Exclude<LinkState, { kind: "open" }>): Response {
  return endedPage(toolkit, link.kind, link.kind === "expired" ? link.account : null);
}

async function decide(services: RouterServices, request: Request, token: string) {
  const { toolkit, store, now } = services;
  const before = linkState(await store.read(), token, now());
  if (before.kind !== "open") return ended(toolkit, before);
  const decision = await readDecision(request, toolkit);
  if (decision.kind === "invalid") return consentPage(before.account, toolkit, decision.problem);
  const link = await decideLink(services, token, decision);
  if (link.kind !== "open") return ended(toolkit, link);
  const isAllowed = decision.kind === "allow";
  const { id, link: decided } = link.account;
  if (decided.callbackUrl === null) return decidedPage(toolkit, isAllowed);
  const location = callbackWithOutcome(decided.callbackUrl, {
    status: isAllowed ? "success" : "failed",
    accountId: id,
  });
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });
}

/** The page a connect link opens. Holding the link is the whole authorisation, so looking at it changes nothing. */
export async function handleConsent(
  services: RouterServices,
  request: Request,
  token: string,
): Promise<Response> {
  const { toolkit, store, now } = services;
  switch (request.method) {
    case "HEAD":
    case "GET": {
      const link = linkState(await store.read(), token, now());
      return link.kind === "open" ? consentPage(link.account, toolkit, null) : ended(toolkit, link);
    }
    case "POST":
      return decide(services, request, token);
    default:
      throw new HostedError("methodNotAllowed", "This page takes GET and POST only.");
  }
}
