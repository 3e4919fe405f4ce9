import type { z } from "zod";
import { HostedError } from "../errors";
import { newSessionId } from "../identifiers";
import type { RouterServices } from "../services";
import type { RouterState, StoredSession } from "../store/schema";
import { checkPolicy } from "./check";
import { patchedPolicy } from "./patch";
import type { createSessionSchema, SessionPatch } from "./request";

const historyLimit = 20;

function sessionIn(state: RouterState, id: string): StoredSession {
  const session = state.sessions.find((candidate) => candidate.id === id);
  if (session) return session;
  throw new HostedError("sessionNotFound", `Tool router session not found: ${id}`, {
    suggestedFix: "Create a new session.",
  });
}

export async function createSession(
  { store, toolkit, now }: RouterServices,
  request: z.infer<typeof createSessionSchema>,
): Promise<StoredSession> {
  const { user_id: userId, experimental: _experimental, ...policy } = request;
  return store.update((draft) => {
    checkPolicy(policy, { toolkit, accounts: draft.accounts, userId });
    const time = now();
    const session: StoredSession = {
      id: newSessionId(),
      userId,
      policy,
      version: 1,
      createdAt: time,
      updatedAt: time,
      history: [],
    };
    draft.sessions.push(session);
    return session;
  });
}

/** Throws the hosted service's 404 for an unknown or deleted session. */
export async function findSession({ store }: RouterServices, id: string): Promise<StoredSession> {
  return sessionIn(await store.read(), id);
}

/** Throws 404 for an unknown session, 409 when `expected_config_version` is not the stored one. */
export async function patchSession(
  { store, toolkit, now }: RouterServices,
  id: string,
  patch: SessionPatch,
): Promise<StoredSession> {
  return store.update((draft) => {
    const session = sessionIn(draft, id);
    const expected = patch.expected_config_version;
    if (expected !== undefined && expected !== session.version) {
      throw new HostedError(
        "versionConflict",
        `Session config version conflict: expected ${expected}, current is ${session.version}`,
      );
    }
    const policy = patchedPolicy(session.policy, patch);
    checkPolicy(policy, { toolkit, accounts: draft.accounts, userId: session.userId });
    const time = now();
    session.history = [
      { policy: session.policy, version: session.version, archivedAt: time },
      ...session.history,
    ].slice(0, historyLimit);
    session.policy = policy;
    session.version += 1;
    session.updatedAt = time;
    return session;
  });
}

export async function deleteSession({ store }: RouterServices, id: string): Promise<void> {
  await store.update((draft) => {
    const session = sessionIn(draft, id);
    draft.sessions = draft.sessions.filter((candidate) => candidate !== session);
  });
}
