import { explainSetback } from "../answers/setbacks";
import { code } from "../answers/words";
import { openIssueStates } from "../data/issue-states";
import { type Issue, shapes } from "../data/shapes";
import type { IssueSelection } from "../language/issues";
import type { RepositoryReference } from "../language/repository";
import { finish, type Script } from "../planner/script";
import { optional, type ReadRequest } from "./actions";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { completeLists, readLists } from "./lists";
import { locateRepositories, locateRepository, nameOf, type Place } from "./locate";

/** An issue in its repository; `issue` is absent where its number alone was enough. */
export type LocatedIssue = { place: Place; number: number; issue?: Issue };

const openQuery = 'state = "new" OR state = "open" OR state = "on hold"';

function requestsFor(
  context: ScriptContext,
  places: readonly Place[],
  query: string | undefined,
): ReadRequest[] {
  const slug = "BITBUCKET_LIST_ISSUES";
  const preferred = optional(context, slug, { sort: "-created_on", pagelen: 50, q: query });
  return places.map((place) => ({
    slug,
    arguments: { workspace: place.workspace, repo_slug: place.slug, ...preferred },
  }));
}

/** The issues of some repositories, newest first. Ends the script where not one list can be read. */
function* readIssues(
  context: ScriptContext,
  places: readonly Place[],
  openOnly: boolean,
): Script<LocatedIssue[]> {
  const requests = requestsFor(context, places, openOnly ? openQuery : undefined);
  const lists = yield* readLists(context, shapes.issue, requests, "Looking through the issues.");
  if (lists.every((list) => list.status === "setback")) {
    const [first] = lists;
    const where = places.length === 1 && places[0] ? ` of ${code(nameOf(places[0]))}` : "";
    yield* finish(
      first?.status === "setback"
        ? explainSetback(first.setback, `list the issues${where}`)
        : "I found no repository with issues.",
    );
  }
  return places
    .flatMap((place, index) => {
      const list = lists[index];
      return list?.status === "read"
        ? list.items.map((issue) => ({ place, number: issue.id, issue }))
        : [];
    })
    .filter(
      ({ issue }) => !openOnly || issue.state === undefined || openIssueStates.has(issue.state),
    )
    .sort((left, right) =>
      (right.issue.created_on ?? "").localeCompare(left.issue.created_on ?? ""),
    );
}

/** One issue by its number; there is no tool that gets a single one. */
export function* readIssue(
  context: ScriptContext,
  place: Place,
  number: number,
): Script<LocatedIssue | undefined> {
  const requests = requestsFor(context, [place], `id = ${number}`);
  const first = yield* readLists(context, shapes.issue, requests, `Looking for issue ${number}.`);
  const [list] = first;
  if (list?.status === "setback") {
    yield* finish(explainSetback(list.setback, `read issue #${number} of ${code(nameOf(place))}`));
  }
  const found = (lists: typeof first) =>
    lists
      .flatMap((read) => (read.status === "read" ? read.items : []))
      .find(({ id }) => id === number);
  const issue = found(first) ?? found(yield* completeLists(context, shapes.issue, requests, first));
  return issue && { place, number, issue };
}

/** Where many are looked through, those without a tracker are left out; one that was meant gets to answer for itself. */
function withTracker(places: readonly Place[]): readonly Place[] {
  return places.length > 1
    ? places.filter(({ repository }) => repository?.has_issues !== false)
    : places;
}

/** The issues a request is about. Asks where it leaves that open, and ends the script where there is none. */
export function* locateIssues(
  context: ScriptContext,
  repositories: readonly RepositoryReference[],
  selection: IssueSelection,
): Script<LocatedIssue[]> {
  if (selection.type === "numbers") {
    const place = yield* locateRepository(context, repositories);
    return selection.numbers.map((number) => ({ place, number }));
  }
  const remembered = context.remembered;
  if (selection.type === "unsaid" && remembered.issue && remembered.repository) {
    return [{ place: remembered.repository, number: remembered.issue }];
  }
  const places = withTracker(yield* locateRepositories(context, repositories));
  const openOnly = selection.type === "unsaid" || selection.openOnly;
  const issues = yield* readIssues(context, places, openOnly);
  const [latest] = issues;
  if (latest === undefined) {
    const where = places.length === 1 && places[0] ? code(nameOf(places[0])) : "your repositories";
    return yield* finish(`There is no ${openOnly ? "open " : ""}issue in ${where}.`);
  }
  if (selection.type === "latest" || issues.length === 1) return [latest];
  const labels = issues.map(({ place, number, issue }) =>
    places.length === 1
      ? `#${number} ${issue?.title ?? ""}`.trim()
      : `${nameOf(place)} #${number} ${issue?.title ?? ""}`.trim(),
  );
  const chosen = yield* choose("Which issue do you mean:", labels);
  return [issues[labels.indexOf(chosen)] ?? latest];
}
