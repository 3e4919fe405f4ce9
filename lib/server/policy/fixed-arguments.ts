import "server-only";
import { isKnownTool } from "./classify.ts";

/** What Bitbucket's tools call the thing that they change. */
const targets: ReadonlySet<string> = new Set([
  "workspace",
  "repo_slug",
  "pull_request_id",
  "issue_id",
  "encoded_id",
  "comment_id",
  "commit",
  "reportId",
  "report_id",
  "annotationId",
  "annotation_id",
  "variable_uuid",
  "username",
  "selected_user",
]);

/** What the arguments of tools that nobody here knows may mean by their names: whose something is, or which thing. */
const namesTarget =
  /(^|_)(id|ids|key|keys|slug|uuid|owner|account|workspace|organi[sz]ation|org|team|project|repository|repo|user|username|site|url)$/i;

/**
 * Whether an argument says whose thing is changed, or which one. A person who edits an action cannot change it: all that was
 * read and shown is about that thing, and nobody can check here whether the other one is theirs.
 */
export function isFixedArgument(tool: string, name: string): boolean {
  if (isKnownTool(tool)) return targets.has(name);
  // `repoId` and `REPO-ID` mean the same as `repo_id`.
  return namesTarget.test(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll("-", "_"));
}
