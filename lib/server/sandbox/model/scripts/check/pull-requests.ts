import { code, enumerate, link } from "../../answers/words";
import { readList, readOne } from "../../data/read";
import { type PullRequest, shapes } from "../../data/shapes";
import { stringField } from "../../data/values";
import type { Finding } from "../../planner/outcome";
import type { Script } from "../../planner/script";
import { optional, readEach } from "../actions";
import type { ScriptContext } from "../context";
import { completeLists, readLists } from "../lists";
import { nameOf, type Place } from "../locate";
import { currentUserRequest, isPerson } from "../people";
import {
  done,
  isMissing,
  isTitle,
  type Look,
  notDone,
  numberIn,
  placeIn,
  unclear,
  unreadable,
} from "./look";

const unnamed = unclear("I do not know which pull request it was");

export const checkOpenedPullRequest: Look = function* (context, sent) {
  const place = placeIn(sent);
  const source = stringField(sent, "source_branch");
  const title = stringField(sent, "title");
  if (!place || !(source || title)) return unnamed;
  const destination = stringField(sent, "destination_branch");
  const slug = "BITBUCKET_LIST_PULL_REQUESTS";
  const requests = [
    {
      slug,
      arguments: {
        workspace: place.workspace,
        repo_slug: place.slug,
        state: "OPEN",
        ...optional(context, slug, { pagelen: 50 }),
      },
    },
  ];
  const first = yield* readLists(
    context,
    shapes.pullRequest,
    requests,
    "Is the pull request there now?",
  );
  const [list] = yield* completeLists(context, shapes.pullRequest, requests, first);
  const where = code(nameOf(place));
  if (list?.status !== "read") {
    return unreadable(list?.setback, `list the pull requests of ${where}`);
  }
  const same = list.items.filter(
    (candidate) =>
      (!source || candidate.source?.branch.name === source) &&
      (!destination || candidate.destination?.branch.name === destination) &&
      (source !== undefined || isTitle(candidate.title, title ?? "")),
  );
  const what = source ? `from ${code(source)}` : `titled “${title}”`;
  if (same.length > 0) {
    const labels = enumerate(same.map((found) => link(`#${found.id}`, found)));
    return done(`pull request ${labels} ${what} is open in ${where}`);
  }
  return list.complete
    ? notDone(`there is no open pull request ${what} in ${where}`)
    : unclear(`I found no open pull request ${what} in ${where}, but could not see all of them`);
};

type Seen = { label: string; pullRequest: PullRequest; me: unknown };

/** Reads one pull request, and who is asking, in one call. */
function* lookAt(
  context: ScriptContext,
  sent: Record<string, unknown>,
  tell: (seen: Seen) => Finding,
): Script<Finding> {
  const place = placeIn(sent);
  const number = numberIn(sent, "pull_request_id");
  if (!place || !number) return unnamed;
  const [outcome, person] = yield* readEach(
    context,
    [
      {
        slug: "BITBUCKET_GET_PULL_REQUEST",
        arguments: { workspace: place.workspace, repo_slug: place.slug, pull_request_id: number },
      },
      currentUserRequest(context),
    ],
    `How does pull request ${number} stand now?`,
  );
  const pullRequest =
    outcome?.status === "succeeded" ? readOne(shapes.pullRequestDetails, outcome.data) : undefined;
  const label = labelOf(place, number, pullRequest);
  if (isMissing(outcome)) return notDone(`there is no ${label}`);
  if (!pullRequest) return unreadable(outcome, `read ${label}`);
  return tell({ label, pullRequest, me: person?.status === "succeeded" ? person.data : undefined });
}

function labelOf(place: Place, number: number, pullRequest: PullRequest | undefined): string {
  return `pull request ${link(`#${number}`, pullRequest)} in ${code(nameOf(place))}`;
}

function checkState(wanted: "MERGED" | "DECLINED"): Look {
  return (context, sent) =>
    lookAt(context, sent, ({ label, pullRequest: { state } }) => {
      if (state === undefined) return unclear(`${label} does not say how it stands`);
      const words = `${label} is ${state.toLowerCase()}`;
      return state === wanted ? done(words) : notDone(words);
    });
}

export const checkMergedPullRequest = checkState("MERGED");
export const checkDeclinedPullRequest = checkState("DECLINED");

function checkVerdict(wanted: "approved" | "changes_requested", verb: string): Look {
  return (context, sent) =>
    lookAt(context, sent, ({ label, pullRequest: { participants }, me }) => {
      const person = readOne(shapes.user, me);
      if (!participants || !person) return unclear(`${label} does not say who reviewed it`);
      const mine = participants.find(({ user }) => isPerson(user, person));
      const given = mine?.state === wanted || (wanted === "approved" && mine?.approved === true);
      return given ? done(`you have ${verb} ${label}`) : notDone(`you have not ${verb} ${label}`);
    });
}

export const checkApprovedPullRequest = checkVerdict("approved", "approved");
export const checkRequestedChanges = checkVerdict("changes_requested", "requested changes to");

export const checkPullRequestComment: Look = function* (context, sent) {
  const place = placeIn(sent);
  const number = numberIn(sent, "pull_request_id");
  if (!place || !number) return unnamed;
  const slug = "BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS";
  const repository = { workspace: place.workspace, repo_slug: place.slug };
  const [outcome] = yield* readEach(
    context,
    [
      {
        slug,
        arguments: {
          ...repository,
          pull_request_id: number,
          ...optional(context, slug, { pagelen: 100 }),
        },
      },
    ],
    `Which comments does pull request ${number} have now?`,
  );
  const label = labelOf(place, number, undefined);
  if (isMissing(outcome)) return notDone(`there is no ${label}`);
  if (outcome?.status !== "succeeded") return unreadable(outcome, `read the comments of ${label}`);
  const { items, hasMore } = readList(shapes.comment, outcome.data);
  const content = stringField(sent, "content_raw");
  const latest = items.at(-1)?.content?.raw;
  if (!content) {
    return unclear(
      `I do not know the words of the comment. ${latest ? `The last one on ${label} says “${latest}”` : `There are none on ${label}`}`,
    );
  }
  const found = items.find((comment) => comment.content?.raw?.trim() === content.trim());
  if (found) return done(`the ${link("comment", found)} is on ${label}`);
  return hasMore || !outcome.complete
    ? unclear(`I did not find the comment on ${label}, but could not see all of them`)
    : notDone(`the comment is not on ${label}`);
};
