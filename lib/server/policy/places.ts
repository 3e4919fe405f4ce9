import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import { isKnownTool } from "./classify.ts";

/** Tools that answer with names of people and workspaces, and with nothing anybody keeps in one of them. */
const directoryTool =
  /^BITBUCKET_(GET_CURRENT_USER2?|GET_USER(_EMAILS2?|_WORKSPACES|_PERMISSIONS_\w+)?|LIST_WORKSPACES|GET_HOOK_EVENTS|GET_OPENID_CONFIGURATION|GET_SSH_LATEST_KEYS)$/;

/** Tools that answer with what is inside of any repository of a workspace. */
const searchTool = /_SEARCH_|_WORKSPACES_PULLREQUESTS$/;

type Located = Pick<PlannedAction, "tool" | "toolkit" | "arguments">;

/** `workspace/repository` of an action's arguments, or undefined when it is about something else. */
export function repositoryOf(action: Pick<PlannedAction, "arguments">): string | undefined {
  const { workspace, repo_slug: repository } = action.arguments;
  return typeof workspace === "string" && typeof repository === "string"
    ? `${workspace}/${repository}`
    : undefined;
}

/** Where an action reads or writes, in words: a repository, a snippet, a workspace, a toolkit. Undefined for nowhere. */
export function placeOf(action: Located): string | undefined {
  const { tool, toolkit, arguments: input } = action;
  if (toolkit === "composio" || directoryTool.test(tool)) return undefined;
  const repository = repositoryOf(action);
  if (repository) return repository;
  const { workspace, encoded_id: snippet } = input;
  if (typeof workspace !== "string") return toolkit;
  if (typeof snippet === "string") return `snippet ${snippet} of ${workspace}`;
  return searchTool.test(tool) ? `a search of ${workspace}` : workspace;
}

/** Whether text from one place is at home in another: in the same, or as the name of a repository in its own workspace. */
function isAtHome(from: string, target: string | undefined): boolean {
  const [source, place] = [from.toLowerCase(), target?.toLowerCase()];
  return source === place || place?.startsWith(`${source}/`) === true;
}

/** The places from which a change would carry text to a place that is not theirs. */
export function foreignPlaces(placesRead: ReadonlySet<string>, action: Located): string[] {
  const target = placeOf(action);
  return [...placesRead].filter((place) => !isAtHome(place, target));
}

/**
 * Where everything that the model of a chat has read came from, in this answer and in all before it. What a tool that nobody
 * knows answered counts as read.
 */
export async function placesReadInChat(chatId: string): Promise<Set<string>> {
  const field = (name: string) => sql<string | null>`${action.arguments} ->> ${name}`;
  const rows = await (await database())
    .selectDistinct({
      tool: action.tool,
      toolkit: action.toolkit,
      toolClass: action.toolClass,
      workspace: field("workspace"),
      repository: field("repo_slug"),
      snippet: field("encoded_id"),
    })
    .from(action)
    .where(and(eq(action.chatId, chatId), eq(action.status, "succeeded")));
  const places = rows.flatMap(({ tool, toolkit, toolClass, workspace, repository, snippet }) => {
    if (toolClass !== "read" && isKnownTool(tool)) return [];
    const input = { workspace, repo_slug: repository, encoded_id: snippet };
    return placeOf({ tool, toolkit, arguments: input }) ?? [];
  });
  return new Set(places);
}
