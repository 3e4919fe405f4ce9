import { link, personName } from "../answers/words";
import { type PullRequest, shapes } from "../data/shapes";
import type { ListPullRequestsIntent } from "../language/pull-requests";
import type { Script } from "../planner/script";
import { readAhead } from "./actions";
import type { ScriptContext } from "./context";
import { listAcross } from "./list-across";
import { locateRepositories, workspacesRequest } from "./locate";
import { currentUserRequest, isPerson, readCurrentUser } from "./people";

function labelOfPullRequest(pullRequest: PullRequest): string {
  return `${link(`#${pullRequest.id}`, pullRequest)} ${pullRequest.title ?? ""}`.trim();
}

export function* listPullRequests(intent: ListPullRequestsIntent, context: ScriptContext): Script {
  if (intent.mine && intent.repositories.length === 0) {
    const requests = [currentUserRequest(context), workspacesRequest(context)];
    yield* readAhead(context, requests, "Who is asking, and in which workspaces?");
  }
  const places = yield* locateRepositories(context, intent.repositories, {
    mayRemember: !intent.mine,
  });
  const me = intent.mine ? yield* readCurrentUser(context) : undefined;
  const parts: string[] = [];
  for (const state of intent.states) {
    const words = `${state.toLowerCase()} pull request`;
    const ending = me ? " of yours" : "";
    parts.push(
      yield* listAcross(context, places, {
        slug: "BITBUCKET_LIST_PULL_REQUESTS",
        arguments: { state },
        preferred: { pagelen: 50 },
        schema: shapes.pullRequest,
        noun: { one: `${words}${ending}`, many: `${words}s${ending}` },
        describe: (pullRequest) => {
          const author = personName(pullRequest.author);
          return `${labelOfPullRequest(pullRequest)}${author && !me ? ` by ${author}` : ""}`;
        },
        ...(me && { thorough: true, keep: ({ author }: PullRequest) => isPerson(author, me) }),
      }),
    );
  }
  return parts.join("\n\n");
}
