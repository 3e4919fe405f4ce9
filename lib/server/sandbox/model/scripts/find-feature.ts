import { explainSetback } from "../answers/setbacks";
import { code } from "../answers/words";
import { type Branch, shapes, type User } from "../data/shapes";
import type { RepositoryReference } from "../language/repository";
import { finish, type Script } from "../planner/script";
import { optional, type ReadRequest, readAhead } from "./actions";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { completeLists, readLists } from "./lists";
import { locateRepositories, nameOf, type Place, workspacesRequest } from "./locate";
import { currentUserRequest, isPerson, readCurrentUser } from "./people";

type Feature = { place: Place; branch: Branch };

/** Branches that work is merged into, never from. */
const trunks = /^(?:main|master|develop|development|trunk|production|staging|release\/.*)$/i;

function branchRequests(context: ScriptContext, places: readonly Place[]): ReadRequest[] {
  const slug = "BITBUCKET_LIST_BRANCHES";
  // The newest come first, so a list that is cut loses only what nobody has touched for long.
  const preferred = optional(context, slug, { sort: "-target.date", pagelen: 50 });
  return places.map((place) => ({
    slug,
    arguments: { workspace: place.workspace, repo_slug: place.slug, ...preferred },
  }));
}

function pullRequestRequests(context: ScriptContext, places: readonly Place[]): ReadRequest[] {
  const slug = "BITBUCKET_LIST_PULL_REQUESTS";
  const preferred = optional(context, slug, { pagelen: 50 });
  return places.map((place) => ({
    slug,
    arguments: { workspace: place.workspace, repo_slug: place.slug, state: "OPEN", ...preferred },
  }));
}

/** The source branches of the open pull requests, for each place. */
function* readSources(context: ScriptContext, places: readonly Place[]): Script<Set<string>[]> {
  const requests = pullRequestRequests(context, places);
  const first = yield* readLists(
    context,
    shapes.pullRequest,
    requests,
    "Which branches have a pull request?",
  );
  const lists = yield* completeLists(context, shapes.pullRequest, requests, first);
  return lists.map(
    (list) =>
      new Set(
        list.status === "read"
          ? list.items.flatMap((pullRequest) => pullRequest.source?.branch.name ?? [])
          : [],
      ),
  );
}

function* readFeatures(context: ScriptContext, places: readonly Place[]): Script<Feature[]> {
  const lists = yield* readLists(
    context,
    shapes.branch,
    branchRequests(context, places),
    "Finding branches that could be meant.",
  );
  const [only] = lists;
  if (only?.status === "setback" && lists.length === 1) {
    yield* finish(explainSetback(only.setback, context.wish));
  }
  return places.flatMap((place, index) => {
    const list = lists[index];
    const main = place.repository?.mainbranch?.name;
    return list?.status === "read"
      ? list.items
          .filter(({ name }) => name !== main && !trunks.test(name))
          .map((branch) => ({ place, branch }))
      : [];
  });
}

function isBy(branch: Branch, person: User): boolean {
  const author = branch.target?.author;
  if (author?.user) return isPerson(author.user, person);
  return person.display_name !== undefined && author?.raw?.startsWith(person.display_name) === true;
}

/**
 * "My feature": the branch without a pull request whose last commit is the person's own, first of all one that is called a
 * feature. Ends the script where there is
 * none, and asks where there are several.
 */
export function* findFeature(
  context: ScriptContext,
  repositories: readonly RepositoryReference[],
): Script<Feature> {
  const placeIsKnown = repositories.length > 0 && repositories.every(({ workspace }) => workspace);
  yield* readAhead(
    context,
    [currentUserRequest(context), ...(placeIsKnown ? [] : [workspacesRequest(context)])],
    "Who is asking, and where could the feature be?",
  );
  const places = yield* locateRepositories(context, repositories, { mayRemember: false });
  const me = yield* readCurrentUser(context);
  yield* readAhead(
    context,
    [...branchRequests(context, places), ...pullRequestRequests(context, places)],
    "Which branches are there, and which of them have a pull request?",
  );
  const features = yield* readFeatures(context, places);
  const sources = yield* readSources(context, places);
  const waiting = features.filter(
    ({ place, branch }) => !sources[places.indexOf(place)]?.has(branch.name),
  );
  const own = waiting.filter(({ branch }) => isBy(branch, me));
  // A branch that calls itself a feature is meant before an experiment or a fix of the same person.
  const called = own.filter(({ branch }) => /^feat(?:ure)?\//i.test(branch.name));
  const [only, ...others] = called.length > 0 ? called : own;
  if (only && others.length === 0) return only;
  const options = own.length > 0 ? own : waiting;
  if (options.length === 0) {
    const where = places.length === 1 && places[0] ? code(nameOf(places[0])) : "your repositories";
    return yield* finish(`I found no branch in ${where} that is still without a pull request.`);
  }
  const newest = [...options].sort((left, right) =>
    (right.branch.target?.date ?? "").localeCompare(left.branch.target?.date ?? ""),
  );
  const labels = newest.map(({ place, branch }) => `${branch.name} (${nameOf(place)})`);
  const question =
    own.length > 0
      ? "Several of your branches have no pull request yet. Which one:"
      : "None of the branches without a pull request is yours. Which one do you mean:";
  const chosen = yield* choose(question, labels);
  const feature = newest[labels.indexOf(chosen)];
  return feature ?? (yield* finish("I could not find that branch again."));
}
