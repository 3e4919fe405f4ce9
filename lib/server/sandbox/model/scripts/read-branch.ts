import { explainSetback } from "../answers/setbacks";
import { code } from "../answers/words";
import { readOne } from "../data/read";
import { type Branch, shapes } from "../data/shapes";
import { finish, type Script } from "../planner/script";
import { readEach } from "./actions";
import type { ScriptContext } from "./context";
import { completeLists, readLists } from "./lists";
import { nameOf, type Place } from "./locate";

/** The name of the main branch; `main` where the repository does not say. */
export function* mainBranchOf(context: ScriptContext, place: Place): Script<string> {
  const known = place.repository?.mainbranch?.name;
  if (known) return known;
  const [outcome] = yield* readEach(
    context,
    [
      {
        slug: "BITBUCKET_GET_REPOSITORY",
        arguments: { workspace: place.workspace, repo_slug: place.slug },
      },
    ],
    "Finding the main branch.",
  );
  if (outcome?.status === "failed" && outcome.httpStatus === 404) {
    yield* finish(explainSetback(outcome, `find the repository ${code(nameOf(place))}`));
  }
  const repository =
    outcome?.status === "succeeded" ? readOne(shapes.repository, outcome.data) : undefined;
  return repository?.mainbranch?.name ?? "main";
}

function* findInList(
  context: ScriptContext,
  place: Place,
  name: string,
): Script<Branch | undefined> {
  const request = {
    slug: "BITBUCKET_LIST_BRANCHES",
    arguments: { workspace: place.workspace, repo_slug: place.slug },
  };
  const first = yield* readLists(context, shapes.branch, [request], `Finding the branch ${name}.`);
  const found = (lists: typeof first) =>
    lists
      .flatMap((list) => (list.status === "read" ? list.items : []))
      .find((branch) => branch.name === name);
  return found(first) ?? found(yield* completeLists(context, shapes.branch, [request], first));
}

/** A branch with the commit it points at. Ends the script where there is no such branch. */
export function* readBranch(context: ScriptContext, place: Place, name: string): Script<Branch> {
  const slug = "BITBUCKET_GET_BRANCH";
  if (context.discovery.lacks(slug)) {
    const listed = yield* findInList(context, place, name);
    return listed ?? (yield* finish(noSuchBranch(name, place)));
  }
  const [outcome] = yield* readEach(
    context,
    [{ slug, arguments: { workspace: place.workspace, repo_slug: place.slug, name } }],
    `Looking at the branch ${name}.`,
  );
  if (outcome?.status === "succeeded") {
    const branch = readOne(shapes.branch, outcome.data);
    if (branch) return branch;
  }
  if (outcome?.status === "failed" && outcome.httpStatus === 404) {
    return yield* finish(`${noSuchBranch(name, place)} Bitbucket says: ${outcome.message}`);
  }
  return yield* finish(
    outcome && outcome.status !== "succeeded"
      ? explainSetback(outcome, context.wish)
      : `I could not read the branch ${code(name)}.`,
  );
}

function noSuchBranch(name: string, place: Place): string {
  return `I found no branch ${code(name)} in ${code(nameOf(place))}.`;
}
