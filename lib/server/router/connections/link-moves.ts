import "server-only";
import { eq } from "drizzle-orm";
import type { ConnectionState } from "@/lib/shared/connection";
import { database } from "../../database/connection.ts";
import { connectionLink } from "../../database/schema.ts";
import { type AttemptRow, changeAttempt, type Statuses } from "./attempts.ts";
import { forgetExpiries } from "./expired-accounts.ts";
import { hasOtherOpenLinks, type LinkRow, moveOpenLink } from "./links.ts";

/** Somebody has opened the attempt, and its end is not known. */
const unfinished: Statuses = ["opened", "waiting"];

type NewLink = Omit<LinkRow, "status" | "activeSince" | "createdAt" | "attemptId">;

/**
 * Writes down a link that a person is about to follow.
 *
 * @returns false when the attempt was finished meanwhile; nothing is written then.
 */
export async function openLink(attempt: AttemptRow, link: NewLink): Promise<boolean> {
  const { expiresAt } = link;
  return (await database()).transaction(async (storage) => {
    const from: Statuses = ["needed", "opened", "waiting", "failed", "expired"];
    const state = { status: "opened", expiresAt: expiresAt.toISOString() } as const;
    if (!(await changeAttempt(storage, attempt.id, from, state))) return false;
    await storage.insert(connectionLink).values({ ...link, attemptId: attempt.id, status: "open" });
    return true;
  });
}

/** The browser that followed the link has come back from it: its account counts from now on. */
export async function verifyLink(link: LinkRow, account: string | undefined): Promise<void> {
  const state: ConnectionState = { status: "connected", ...(account ? { account } : {}) };
  await (await database()).transaction(async (storage) => {
    const { attemptId, accountId } = link;
    if (!attemptId || !(await moveOpenLink(storage, accountId, "verified"))) return;
    if (!(await changeAttempt(storage, attemptId, unfinished, state)))
      throw new Error("An attempt has ended with a link still open.");
    await forgetExpiries(storage, link);
  });
}

/** One link came to nothing; its attempt ends with it, unless another of its links is open. */
export async function endLink(link: LinkRow, state: ConnectionState): Promise<void> {
  await (await database()).transaction(async (storage) => {
    const { attemptId, accountId } = link;
    if (!(await moveOpenLink(storage, accountId, "revoked")) || !attemptId) return;
    if (await hasOtherOpenLinks(storage, { attemptId, accountId })) return;
    await changeAttempt(storage, attemptId, unfinished, state);
  });
}

/** A link is in the wrong hands: everything its attempt has opened ends with it. */
export async function failAttemptOf(link: LinkRow, failed: ConnectionState): Promise<void> {
  await (await database()).transaction(async (storage) => {
    const { attemptId, accountId } = link;
    await moveOpenLink(storage, accountId, "revoked");
    if (attemptId) await changeAttempt(storage, attemptId, unfinished, failed);
  });
}

/** The account of a link is active and nobody has come back: says so, and until when somebody may. */
export async function awaitReturn(link: LinkRow, since: Date, until: Date): Promise<void> {
  const { attemptId, accountId } = link;
  const state = { status: "waiting", expiresAt: until.toISOString() } as const;
  await (await database()).transaction(async (storage) => {
    await storage
      .update(connectionLink)
      .set({ activeSince: since })
      .where(eq(connectionLink.accountId, accountId));
    if (attemptId) await changeAttempt(storage, attemptId, unfinished, state);
  });
}
