import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import type { PlannedAction } from "../router/unwrap.ts";

/** The arguments that name something with a number, and what Bitbucket calls such a thing in its answers. */
const kinds = [
  { argument: "pull_request_id", type: "pullrequest" },
  { argument: "issue_id", type: "issue" },
] as const;

/** A number of a thing, as tools take it: as a number, or as its digits. */
const numbered = /^[1-9]\d{0,15}$/;

/** Arguments that are called otherwise than what they replace. */
const replaced: ReadonlyMap<string, string> = new Map([
  ["assignee_account_id", "assignee"],
  ["destination_branch", "destination"],
  ["source_branch", "source"],
]);

/** Tools whose arguments take the place of what is there; those of others come to it. */
const updating = /(^|_)UPDATE(_|$)/;

/** Answers to look through, the latest first: one may tell of a field that a later one leaves out. */
const answersRead = 5;
/** Characters; of a longer text nobody sees what became of it in a card. */
const textLimit = 20_000;

const valueSchema = z
  .union([
    z.object({ raw: z.string() }).transform(({ raw }) => raw),
    z.object({ branch: z.object({ name: z.string() }) }).transform(({ branch }) => branch.name),
    z.object({ display_name: z.string() }).transform((person) => person.display_name),
    z.object({ name: z.string() }).transform(({ name }) => name),
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
  ])
  .refine((value) => typeof value !== "string" || value.length <= textLimit);

/** The thing with a number that an action is about, as a path into any answer of Bitbucket's. */
function targetOf({ arguments: input }: PlannedAction): SQL | null {
  for (const { argument, type } of kinds) {
    const id = String(input[argument]);
    if (!numbered.test(id)) continue;
    const path = sql`'$.** ? (@.type == $type && @.id == $id)'::jsonpath`;
    const variables = sql`jsonb_build_object('type', ${type}::text, 'id', ${id}::text::bigint)`;
    return sql`jsonb_path_query_first(${action.result}, ${path}, ${variables})`;
  }
  return null;
}

/**
 * What a chat has last read of the thing that an action is about: its title, and of an update, what its arguments replace.
 * Nothing of what was not read is guessed.
 */
export async function lookUpTarget(
  chatId: string,
  planned: PlannedAction,
): Promise<{ before?: Record<string, unknown>; subject?: string }> {
  const { workspace, repo_slug: repository } = planned.arguments;
  const target = targetOf(planned);
  if (!target || typeof workspace !== "string" || typeof repository !== "string") return {};
  const rows = await (await database())
    .select({ found: sql<Record<string, unknown>>`${target}` })
    .from(action)
    .where(
      and(
        eq(action.chatId, chatId),
        eq(action.toolkit, planned.toolkit),
        eq(action.status, "succeeded"),
        sql`lower(${action.arguments} ->> 'workspace') = ${workspace.toLowerCase()}`,
        sql`lower(${action.arguments} ->> 'repo_slug') = ${repository.toLowerCase()}`,
        sql`${target} is not null`,
      ),
    )
    .orderBy(desc(action.finishedAt))
    .limit(answersRead);
  const read = (field: string) =>
    rows.map(({ found }) => found[field]).find((value) => value !== undefined);
  const title = z.string().max(textLimit).safeParse(read("title")).data;
  const before = updating.test(planned.tool) ? replacedBy(planned, read) : {};
  return {
    ...(title === undefined ? {} : { subject: title }),
    ...(Object.keys(before).length > 0 ? { before } : {}),
  };
}

function replacedBy(
  { arguments: input }: PlannedAction,
  read: (field: string) => unknown,
): Record<string, unknown> {
  const named = new Set<string>(["workspace", "repo_slug", ...kinds.map((kind) => kind.argument)]);
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      // Lists of people and the like are not compared: they are sent in another shape than they are read in.
      if (typeof value === "object" && value !== null) return [];
      const known = valueSchema.safeParse(read(replaced.get(name) ?? name));
      return named.has(name) || !known.success ? [] : [[name, known.data]];
    }),
  );
}
