import "server-only";

/** The fields that result cards read. A field that is not here reaches no reader through a card, whatever the tool. */
const cardFields: ReadonlySet<string> = new Set([
  "administrator",
  "approved",
  "assignee",
  "author",
  "branch",
  "close_source_branch",
  "closed_by",
  "comment_count",
  "commit",
  "content",
  "count",
  "created_on",
  "creator",
  "data",
  "date",
  "description",
  "destination",
  "diff",
  "display_name",
  "draft",
  "full_name",
  "has_issues",
  "hash",
  "id",
  "inline",
  "is_private",
  "issue",
  "kind",
  "language",
  "lines_added",
  "lines_removed",
  "mainbranch",
  "merge_commit",
  "message",
  "name",
  "new",
  "next",
  "nickname",
  "old",
  "owner",
  "page",
  "parents",
  "participants",
  "path",
  "permission",
  "priority",
  "project",
  "pull_request",
  "raw",
  "reason",
  "reporter",
  "repository",
  "reviewers",
  "role",
  "size",
  "slug",
  "source",
  "state",
  "status",
  "summary",
  "target",
  "task_count",
  "title",
  "to",
  "truncated",
  "type",
  "updated_on",
  "user",
  "username",
  "values",
  "votes",
  "workspace",
]);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Of the files of a snippet, which are named by their keys, the names. */
function fileNames(files: unknown): Record<string, unknown> {
  if (!isObject(files) || Array.isArray(files)) return {};
  return Object.fromEntries(Object.keys(files).map((name) => [name, {}]));
}

/** What a card shows of a result, built anew. */
export function cardOf(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(cardOf);
  if (!isObject(result)) return result;
  return Object.fromEntries(
    Object.entries(result).flatMap(([key, value]) => {
      if (key === "files") return [[key, fileNames(value)]];
      return cardFields.has(key) ? [[key, cardOf(value)]] : [];
    }),
  );
}
