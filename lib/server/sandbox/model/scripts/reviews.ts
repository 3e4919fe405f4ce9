import { explainSetback } from "../answers/setbacks";
import { code } from "../answers/words";
import type { CommentOnPullRequestIntent, ReviewPullRequestIntent } from "../language/reviews";
import { type Script, say } from "../planner/script";
import { change } from "./change";
import type { ScriptContext } from "./context";
import { nameOf } from "./locate";
import { locatePullRequest } from "./pull-requests";

const verdicts = {
  approve: { slug: "BITBUCKET_APPROVE_PULL_REQUEST", done: "Approved" },
  decline: { slug: "BITBUCKET_DECLINE_PULL_REQUEST", done: "Declined" },
} as const;

export function* reviewPullRequest(
  intent: ReviewPullRequestIntent,
  context: ScriptContext,
): Script {
  const { place, number } = yield* locatePullRequest(context, intent);
  const { slug, done } = verdicts[intent.verdict];
  const label = `pull request #${number} in ${code(nameOf(place))}`;
  const warning = intent.verdict === "decline" ? " This cannot be undone." : "";
  yield* say(`I’ll ${intent.verdict} ${label}.${warning}`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug,
        arguments: {
          workspace: place.workspace,
          repo_slug: place.slug,
          pull_request_id: number,
        },
      },
    ],
    `Giving pull request ${number} the verdict.`,
  );
  return outcome === undefined || outcome.status === "succeeded"
    ? `${done} ${label}.`
    : explainSetback(outcome, `${intent.verdict} ${label}`);
}

export function* commentOnPullRequest(
  intent: CommentOnPullRequestIntent & { content: string },
  context: ScriptContext,
): Script {
  const { place, number } = yield* locatePullRequest(context, intent);
  const label = `pull request #${number} in ${code(nameOf(place))}`;
  yield* say(`I’ll post the comment on ${label}.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
        arguments: {
          workspace: place.workspace,
          repo_slug: place.slug,
          // This one tool takes the number as text.
          pull_request_id: String(number),
          content_raw: intent.content,
        },
      },
    ],
    "Posting the comment.",
  );
  return outcome === undefined || outcome.status === "succeeded"
    ? `Commented on ${label}.`
    : explainSetback(outcome, `comment on ${label}`);
}
