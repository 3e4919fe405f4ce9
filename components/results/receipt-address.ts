import { z } from "zod";
import type { ActionView } from "@/lib/shared/action";
import { textArgument } from "./schema/arguments";
import { htmlLink, identifier, optional } from "./schema/fields";
import { unwrapKey, unwrapResult } from "./schema/unwrap";

const linkedSchema = z.object({ links: htmlLink, id: optional(identifier) });

function parseLinked(action: ActionView): z.infer<typeof linkedSchema> | undefined {
  if (action.state.status !== "succeeded") return undefined;
  const parsed = linkedSchema.safeParse(
    unwrapKey("pull_request")(unwrapResult(action.state.result)),
  );
  return parsed.success ? parsed.data : undefined;
}

/** The address the provider gave with its answer. */
export function addressFromResult(action: ActionView): string | undefined {
  return parseLinked(action)?.links;
}

const slug = /^[\w.-]+$/;

/** What follows the repository in the address of what a tool made or changed. */
const paths: ReadonlyMap<string, (action: ActionView) => string | undefined> = new Map([
  ["BITBUCKET_CREATE_REPOSITORY", () => ""],
  [
    "BITBUCKET_CREATE_BRANCH",
    (action: ActionView) => {
      const name = textArgument(action, "name");
      return name && `/branch/${name.split("/").map(encodeURIComponent).join("/")}`;
    },
  ],
  [
    "BITBUCKET_CREATE_PULL_REQUEST",
    (action: ActionView) => {
      const id = parseLinked(action)?.id;
      return id && `/pull-requests/${encodeURIComponent(id)}`;
    },
  ],
  ...[
    "BITBUCKET_APPROVE_PULL_REQUEST",
    "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
    "BITBUCKET_DECLINE_PULL_REQUEST",
    "BITBUCKET_MERGE_PULL_REQUEST",
  ].map((tool): [string, (action: ActionView) => string | undefined] => [
    tool,
    (action) => {
      const id = textArgument(action, "pull_request_id");
      return id && `/pull-requests/${encodeURIComponent(id)}`;
    },
  ]),
]);

/** The repository an action is about, from what was sent; undefined when a name is missing or is no plain slug. */
export function repositoryAddress(action: ActionView): string | undefined {
  const workspace = textArgument(action, "workspace");
  const repository = textArgument(action, "repo_slug");
  if (!workspace || !repository || !slug.test(workspace) || !slug.test(repository)) {
    return undefined;
  }
  return `https://bitbucket.org/${workspace}/${repository}`;
}

/**
 * The address made from what was sent, for the tools whose answer carries none (a pull request's creation, say).
 * Undefined when a name is missing or is no plain slug.
 */
export function addressFromNames(action: ActionView): string | undefined {
  const path = paths.get(action.tool)?.(action);
  const repository = repositoryAddress(action);
  return path === undefined || !repository ? undefined : `${repository}${path}`;
}

/** Where one can look whether something went through: what it would have made, else the repository around it. */
export function addressToLookAt(action: ActionView): string | undefined {
  return addressFromNames(action) ?? repositoryAddress(action);
}
