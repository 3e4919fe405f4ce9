import { explainSetback } from "../answers/setbacks";
import { code, count, link, personName } from "../answers/words";
import { readList, readOne } from "../data/read";
import { type PullRequest, shapes } from "../data/shapes";
import type { GetPullRequestIntent, MergePullRequestIntent } from "../language/pull-requests";
import type { RepositoryReference } from "../language/repository";
import { finish, type Script, say } from "../planner/script";
import { optional, readEach, readOrFinish } from "./actions";
import { change } from "./change";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { readLists } from "./lists";
import { locateRepository, nameOf, type Place } from "./locate";

function pullRequestArguments(place: Place, number: number): Record<string, unknown> {
  return { workspace: place.workspace, repo_slug: place.slug, pull_request_id: number };
}

/** The number that was named or remembered, the only open pull request's, or the one the person chooses. */
export function* locatePullRequest(
  context: ScriptContext,
  intent: { kind: string; repositories: readonly RepositoryReference[]; number?: number },
): Script<{ place: Place; number: number }> {
  const place = yield* locateRepository(context, intent.repositories);
  if (intent.number !== undefined) return { place, number: intent.number };
  const { remembered } = context;
  if (
    remembered.pullRequest &&
    remembered.repository &&
    nameOf(remembered.repository) === nameOf(place)
  ) {
    return { place, number: remembered.pullRequest };
  }
  const [list] = yield* readLists(
    context,
    shapes.pullRequest,
    [
      {
        slug: "BITBUCKET_LIST_PULL_REQUESTS",
        arguments: { workspace: place.workspace, repo_slug: place.slug, state: "OPEN" },
      },
    ],
    "Which pull requests are open?",
  );
  if (list?.status === "setback") yield* finish(explainSetback(list.setback, context.wish));
  const open = list?.status === "read" ? list.items : [];
  const [latest] = open;
  if (!latest) return yield* finish(`There is no open pull request in ${code(nameOf(place))}.`);
  if (open.length === 1 || intent.kind === "get-pull-request") return { place, number: latest.id };
  const labels = open.map((pullRequest) => `#${pullRequest.id} ${pullRequest.title ?? ""}`.trim());
  const chosen = yield* choose("Which pull request do you mean:", labels);
  return { place, number: open[labels.indexOf(chosen)]?.id ?? latest.id };
}

function inWords(pullRequest: PullRequest): string {
  const author = personName(pullRequest.author);
  const source = pullRequest.source?.branch.name;
  const destination = pullRequest.destination?.branch.name;
  const ends = source && destination ? `, from ${code(source)} into ${code(destination)}` : "";
  return `Pull request ${link(`#${pullRequest.id}`, pullRequest)} “${pullRequest.title ?? ""}” is ${(pullRequest.state ?? "open").toLowerCase()}${author ? `, by ${author}` : ""}${ends}.`;
}

function describeChanges(data: unknown): string {
  const { items, size, hasMore } = readList(shapes.fileChange, data);
  if (items.length === 0) return "";
  const sum = (key: "lines_added" | "lines_removed") =>
    items.reduce((total, item) => total + (item[key] ?? 0), 0);
  const files = count(size ?? items.length, { one: "file", many: "files" });
  return ` It changes ${hasMore && size === undefined ? "at least " : ""}${files} (+${sum("lines_added")} −${sum("lines_removed")}).`;
}

export function* getPullRequest(intent: GetPullRequestIntent, context: ScriptContext): Script {
  const { place, number } = yield* locatePullRequest(context, intent);
  const [details, changes] = yield* readEach(
    context,
    ["BITBUCKET_GET_PULL_REQUEST", "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT"].map((slug) => ({
      slug,
      arguments: pullRequestArguments(place, number),
    })),
    `Looking at pull request ${number} and what it changes.`,
  );
  const label = `pull request #${number} in ${code(nameOf(place))}`;
  if (details?.status !== "succeeded") {
    return details ? explainSetback(details, `read ${label}`) : `I could not read ${label}.`;
  }
  const pullRequest = readOne(shapes.pullRequestDetails, details.data);
  const extent = changes?.status === "succeeded" ? describeChanges(changes.data) : "";
  return pullRequest ? `${inWords(pullRequest)}${extent}` : `Here is ${label}.${extent}`;
}

export function* mergePullRequest(intent: MergePullRequestIntent, context: ScriptContext): Script {
  const { place, number } = yield* locatePullRequest(context, intent);
  const slug = "BITBUCKET_MERGE_PULL_REQUEST";
  const details = yield* readOrFinish(
    context,
    { slug: "BITBUCKET_GET_PULL_REQUEST", arguments: pullRequestArguments(place, number) },
    `Looking at pull request ${number} before it is merged.`,
  );
  const pullRequest = readOne(shapes.pullRequestDetails, details.data);
  if (pullRequest?.state && pullRequest.state !== "OPEN") {
    return `${inWords(pullRequest)} There is nothing left to merge.`;
  }
  const label = `pull request ${link(`#${number}`, pullRequest)}${pullRequest?.title ? ` “${pullRequest.title}”` : ""}`;
  const destination = pullRequest?.destination?.branch.name;
  const into = destination ? ` into ${code(destination)}` : "";
  yield* say(`I’ll merge ${label}${into} in ${code(nameOf(place))}.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug,
        arguments: {
          ...pullRequestArguments(place, number),
          ...optional(context, slug, { merge_strategy: intent.strategy }),
          ...(intent.closeSourceBranch && { close_source_branch: true }),
        },
      },
    ],
    `Merging pull request ${number}.`,
  );
  const wish = `merge ${label}`;
  if (outcome?.status !== "succeeded") {
    return outcome ? explainSetback(outcome, wish) : `I could not ${wish}.`;
  }
  const hash = readOne(shapes.pullRequestDetails, outcome.data)?.merge_commit?.hash;
  return `Merged ${label}${into}${hash ? ` as ${code(hash.slice(0, 7))}` : ""}.`;
}
