import { explainSetback } from "../answers/setbacks";
import { code, enumerateSome, link, personName, titleFromBranch } from "../answers/words";
import { readOne } from "../data/read";
import { shapes } from "../data/shapes";
import type { OpenPullRequestIntent } from "../language/pull-requests";
import { finish, type Script, say } from "../planner/script";
import { change } from "./change";
import type { ScriptContext } from "./context";
import { findFeature } from "./find-feature";
import { locateRepository, nameOf, type Place } from "./locate";
import { readMembers } from "./people";
import { readBranch } from "./read-branch";

type Plan = {
  source: string;
  destination?: string;
  title?: string;
  description?: string;
  reviewers: readonly string[];
};

/** Bitbucket wants reviewers by UUID; people name them by name. */
function* findReviewers(
  context: ScriptContext,
  place: Place,
  names: readonly string[],
): Script<{ uuid: string }[]> {
  if (names.length === 0) return [];
  const members = (yield* readMembers(context, [place.workspace])).flatMap((read) => read.members);
  const reviewers: { uuid: string }[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase();
    const member = members.find((candidate) =>
      [candidate.nickname, candidate.username, candidate.display_name].some(
        (known) => known?.toLowerCase() === wanted || known?.toLowerCase().split(" ")[0] === wanted,
      ),
    );
    if (!member?.uuid) {
      const known = enumerateSome(
        members.flatMap((candidate) => personName(candidate) ?? []),
        8,
      );
      return yield* finish(
        `I found nobody called ${name} in ${code(place.workspace)}, so I did not open the pull request. Its members are ${known}.`,
      );
    }
    reviewers.push({ uuid: member.uuid });
  }
  return reviewers;
}

/** Opens a pull request for a branch that is known to exist. */
export function* openPullRequestFor(context: ScriptContext, place: Place, plan: Plan): Script {
  const title = plan.title ?? titleFromBranch(plan.source);
  const reviewers = yield* findReviewers(context, place, plan.reviewers);
  const into = plan.destination ? ` into ${code(plan.destination)}` : "";
  yield* say(
    `I’ll open a pull request from ${code(plan.source)}${into} in ${code(nameOf(place))}, titled “${title}”.`,
  );
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_CREATE_PULL_REQUEST",
        arguments: {
          workspace: place.workspace,
          repo_slug: place.slug,
          title,
          source_branch: plan.source,
          ...(plan.destination && { destination_branch: plan.destination }),
          ...(plan.description && { description: plan.description }),
          ...(reviewers.length > 0 && { reviewers }),
        },
      },
    ],
    `Opening a pull request for ${plan.source}.`,
  );
  const wish = `open a pull request for ${code(plan.source)}`;
  if (outcome?.status !== "succeeded") {
    return outcome ? explainSetback(outcome, wish) : `I could not ${wish}.`;
  }
  const opened = readOne(shapes.pullRequestDetails, outcome.data);
  if (!opened)
    return `The pull request for ${code(plan.source)} is open in ${code(nameOf(place))}.`;
  return `Opened pull request ${link(`#${opened.id}`, opened)} “${opened.title ?? title}” from ${code(plan.source)}${into} in ${code(nameOf(place))}.`;
}

/** Opens a pull request for the branch that is named, or for the one that looks like the person's own work. */
export function* openPullRequest(intent: OpenPullRequestIntent, context: ScriptContext): Script {
  const { repositories, kind: _, ...plan } = intent;
  if (intent.source) {
    const place = yield* locateRepository(context, repositories);
    const branch = yield* readBranch(context, place, intent.source);
    return yield* openPullRequestFor(context, place, { ...plan, source: branch.name });
  }
  const { place, branch } = yield* findFeature(context, repositories);
  const destination = intent.destination ?? place.repository?.mainbranch?.name;
  return yield* openPullRequestFor(context, place, {
    ...plan,
    source: branch.name,
    ...(destination && { destination }),
  });
}
