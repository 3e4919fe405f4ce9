import { forbidden, notFound } from "./provider-error";
import type { ToolSession } from "./session";
import type { Workspace } from "./store/account-schema";
import type { Repository } from "./store/repository-schema";

export type Permission = "read" | "write" | "admin";
const rank: Readonly<Record<Permission, number>> = { read: 1, write: 2, admin: 3 };

/** The workspaces the viewer belongs to. */
export function visibleWorkspaces(session: ToolSession): Workspace[] {
  return session.document.workspaces.filter(
    (workspace) => workspacePermission(session, workspace) !== undefined,
  );
}

/** By slug or `{uuid}`. One the viewer does not belong to is as absent as one that does not exist. */
export function requireWorkspace(session: ToolSession, identifier: string): Workspace {
  const workspace = visibleWorkspaces(session).find((candidate) =>
    answersTo(candidate, identifier),
  );
  if (!workspace) throw notFound(`No workspace with identifier '${identifier}'.`);
  return workspace;
}

export function workspacePermission(session: ToolSession, workspace: Workspace) {
  return workspace.members.find(({ account }) => account === session.viewer.uuid)?.permission;
}

export function repositoryPermission(
  session: ToolSession,
  repository: Repository,
  uuid = session.viewer.uuid,
): Permission | undefined {
  const workspace = session.document.workspaces.find(({ slug }) => slug === repository.workspace);
  const role = workspace?.members.find(({ account }) => account === uuid)?.permission;
  if (role === "owner") return "admin";
  const own = repository.permissions.find(({ account }) => account === uuid)?.permission;
  return own ?? (repository.isPrivate ? undefined : "read");
}

/** Whether the viewer has at least this permission. */
export function mayUse(session: ToolSession, repository: Repository, needed: Permission): boolean {
  const permission = repositoryPermission(session, repository);
  return permission !== undefined && rank[permission] >= rank[needed];
}

/** The repository and its workspace, if the viewer has at least this permission. */
export function requireRepository(
  session: ToolSession,
  input: { workspace: string; repo_slug: string },
  needed: Permission = "read",
): { workspace: Workspace; repository: Repository } {
  const workspace = requireWorkspace(session, input.workspace);
  const repository = session.document.repositories.find(
    (candidate) => candidate.workspace === workspace.slug && answersTo(candidate, input.repo_slug),
  );
  const permission = repository && repositoryPermission(session, repository);
  if (!repository || !permission) {
    throw notFound(
      `You may not have access to the repository ${workspace.slug}/${input.repo_slug}, or it no longer exists in this workspace.`,
    );
  }
  if (!mayUse(session, repository, needed)) {
    throw forbidden(
      `Your account has ${permission} access to ${workspace.slug}/${repository.slug}; this needs ${needed} access.`,
    );
  }
  return { workspace, repository };
}

function answersTo(thing: { slug: string; uuid: string }, identifier: string): boolean {
  return thing.slug === identifier.toLowerCase() || thing.uuid === identifier.toLowerCase();
}
