import { z } from "zod";
import { textArgument } from "@/components/results/schema/arguments";
import { identifier } from "@/components/results/schema/fields";
import { unwrapKey, unwrapResult } from "@/components/results/schema/unwrap";
import type { ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";
import { messageSegments } from "./message-segments";

/** Something to ask next. */
export type FollowUp = {
  /** What is on the button; the card above says the rest. */
  label: string;
  /** What is sent, as the person's own message. */
  text: string;
};

/** Names that may stand in somebody's own message: they came from a tool, and must not read as the person's words. */
const slug = /^[\w.-]{1,100}$/;
const branchName = /^[\w./-]{1,100}$/;
const number = /^[1-9]\d{0,9}$/;

const resultSchema = z.object({
  id: identifier.optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  slug: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  values: z.array(z.unknown()).optional().catch(undefined),
});

type Read = z.infer<typeof resultSchema>;

const nothingRead: Read = {};

function readResult(value: unknown): Read {
  return resultSchema.safeParse(value).data ?? nothingRead;
}

const summary = "Summarize the diff";

function overPullRequest(id: string | undefined, place: string, state?: string): FollowUp[] {
  if (!id || !number.test(id)) return [];
  const which = `pull request #${id} in ${place}`;
  const read = { label: summary, text: `Summarize the diff of ${which}.` };
  if (state !== "OPEN") return [read];
  return [
    read,
    { label: "Approve", text: `Approve ${which}.` },
    { label: "Merge", text: `Merge ${which}.` },
  ];
}

function overRepository(workspace: string, repository: string | undefined): FollowUp[] {
  if (!repository || !slug.test(workspace) || !slug.test(repository)) return [];
  const place = `${workspace}/${repository}`;
  return [
    { label: `Open pull requests in ${place}`, text: `Which pull requests are open in ${place}?` },
    { label: `Branches of ${place}`, text: `List the branches of ${place}.` },
  ];
}

/** What suggests itself after an action: reads first, then what asks before it changes anything. */
function afterAction(action: ActionView): FollowUp[] {
  if (action.state.status !== "succeeded") return [];
  const result = unwrapKey("pull_request")(unwrapResult(action.state.result));
  const { id, name, slug: ownSlug, state, values = [] } = readResult(result);
  const first = readResult(values[0]);
  const workspace = textArgument(action, "workspace") ?? "";
  const repository = textArgument(action, "repo_slug");
  const inRepository = slug.test(workspace) && repository !== undefined && slug.test(repository);
  const place = `${workspace}/${repository}`;
  switch (action.tool) {
    case "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE":
      return overRepository(workspace, first.slug);
    case "BITBUCKET_GET_REPOSITORY":
    case "BITBUCKET_CREATE_REPOSITORY":
      return overRepository(workspace, repository ?? ownSlug);
  }
  if (!inRepository) return [];
  switch (action.tool) {
    case "BITBUCKET_LIST_PULL_REQUESTS": {
      const latest = first.id;
      if (!latest || !number.test(latest)) return [];
      return [{ label: `Show #${latest}`, text: `Show pull request #${latest} in ${place}.` }];
    }
    case "BITBUCKET_GET_PULL_REQUEST":
    case "BITBUCKET_CREATE_PULL_REQUEST":
      return overPullRequest(id, place, state);
    case "BITBUCKET_CREATE_BRANCH":
      return name && branchName.test(name)
        ? [{ label: "Open a pull request", text: `Open a pull request for ${name} in ${place}.` }]
        : [];
    case "BITBUCKET_MERGE_PULL_REQUEST":
    case "BITBUCKET_APPROVE_PULL_REQUEST":
      return [
        { label: "Other open pull requests", text: `Which pull requests are open in ${place}?` },
      ];
    case "BITBUCKET_CREATE_ISSUE":
    case "BITBUCKET_UPDATE_ISSUE":
      return [{ label: "Open issues", text: `List the open issues in ${place}.` }];
    default:
      return [];
  }
}

/** What to ask after an answer that has ended well, from the last card that leads on. No model is asked for it. */
export function followUpsAfter({ parts, metadata }: ChatMessage): FollowUp[] {
  if (metadata?.outcome?.status !== "done") return [];
  const actions = messageSegments(parts)
    .flatMap((segment) => (segment.kind === "actions" ? segment.actions : []))
    .filter((action) => action.toolkit !== "composio");
  const shown = actions.some(({ tool }) => tool === "BITBUCKET_GET_PULL_REQUEST_DIFF");
  for (const action of actions.toReversed()) {
    if (action.state.status !== "succeeded") return [];
    const found = afterAction(action).filter(({ label }) => !(shown && label === summary));
    // Reads that lead nowhere are details of what was read before them.
    if (found.length > 0 || action.toolClass !== "read") return found;
  }
  return [];
}
