import { textArgument } from "@/components/results/schema/arguments";
import { unwrapKey, unwrapResult } from "@/components/results/schema/unwrap";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";
import { messageSegments } from "./message-segments";

type FollowUpWords = Words["chat"]["followUps"];

/** Something to ask next: what is on the button, where the card above says the rest, and what is sent. */
export type FollowUp = ReturnType<FollowUpWords["summarizeDiff"]>;

/** Names that may stand in somebody's own message: they came from a tool, and must not read as the person's words. */
const slug = /^[\w.-]{1,100}$/;
const branchName = /^[\w./-]{1,100}$/;
const number = /^[1-9]\d{0,9}$/;

type Read = {
  id: string | undefined;
  name: string | undefined;
  slug: string | undefined;
  state: string | undefined;
  values: unknown[];
};

const nothingRead: Read = {
  id: undefined,
  name: undefined,
  slug: undefined,
  state: undefined,
  values: [],
};

/** What is of use here of a result, whatever else is in it. */
function readResult(result: unknown): Read {
  if (typeof result !== "object" || result === null) return nothingRead;
  const text = (name: string) => {
    const value: unknown = Reflect.get(result, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const id: unknown = Reflect.get(result, "id");
  const values: unknown = Reflect.get(result, "values");
  return {
    id: typeof id === "number" ? String(id) : text("id"),
    name: text("name"),
    slug: text("slug"),
    state: text("state"),
    values: Array.isArray(values) ? values : [],
  };
}

type Suggested = FollowUp & {
  /** What it leads to is on the screen once the diff is. */
  readsDiff?: boolean;
};

function overPullRequest(
  id: string | undefined,
  place: string,
  state: string | undefined,
  words: FollowUpWords,
): Suggested[] {
  if (!id || !number.test(id)) return [];
  const read = { ...words.summarizeDiff(id, place), readsDiff: true };
  if (state !== "OPEN") return [read];
  return [read, words.approve(id, place), words.merge(id, place)];
}

function overRepository(
  workspace: string,
  repository: string | undefined,
  words: FollowUpWords,
): Suggested[] {
  if (!repository || !slug.test(workspace) || !slug.test(repository)) return [];
  const place = `${workspace}/${repository}`;
  return [words.openPullRequests(place), words.branches(place)];
}

/** What suggests itself after an action: reads first, then what asks before it changes anything. */
function afterAction(action: ActionView, words: FollowUpWords): Suggested[] {
  if (action.state.status !== "succeeded") return [];
  const result = unwrapKey("pull_request")(unwrapResult(action.state.result));
  const { id, name, slug: ownSlug, state, values } = readResult(result);
  const first = readResult(values[0]);
  const workspace = textArgument(action, "workspace") ?? "";
  const repository = textArgument(action, "repo_slug");
  const inRepository = slug.test(workspace) && repository !== undefined && slug.test(repository);
  const place = `${workspace}/${repository}`;
  switch (action.tool) {
    case "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE":
      return overRepository(workspace, first.slug, words);
    case "BITBUCKET_GET_REPOSITORY":
    case "BITBUCKET_CREATE_REPOSITORY":
      return overRepository(workspace, repository ?? ownSlug, words);
  }
  if (!inRepository) return [];
  switch (action.tool) {
    case "BITBUCKET_LIST_PULL_REQUESTS": {
      const latest = first.id;
      if (!latest || !number.test(latest)) return [];
      return [words.showPullRequest(latest, place)];
    }
    case "BITBUCKET_GET_PULL_REQUEST":
    case "BITBUCKET_CREATE_PULL_REQUEST":
      return overPullRequest(id, place, state, words);
    case "BITBUCKET_CREATE_BRANCH":
      return name && branchName.test(name) ? [words.createPullRequest(name, place)] : [];
    case "BITBUCKET_MERGE_PULL_REQUEST":
    case "BITBUCKET_APPROVE_PULL_REQUEST":
      return [words.otherOpenPullRequests(place)];
    case "BITBUCKET_CREATE_ISSUE":
    case "BITBUCKET_UPDATE_ISSUE":
      return [words.openIssues(place)];
    default:
      return [];
  }
}

/** What to ask after an answer that has ended well, from the last card that leads on. No model is asked for it. */
export function followUpsAfter({ parts, metadata }: ChatMessage, words: FollowUpWords): FollowUp[] {
  if (metadata?.outcome?.status !== "done") return [];
  const actions = messageSegments(parts)
    .flatMap((segment) => (segment.kind === "actions" ? segment.actions : []))
    .filter((action) => action.toolkit !== "composio");
  const shown = actions.some(({ tool }) => tool === "BITBUCKET_GET_PULL_REQUEST_DIFF");
  for (const action of actions.toReversed()) {
    if (action.state.status !== "succeeded") return [];
    const found = afterAction(action, words).filter(({ readsDiff }) => !(shown && readsDiff));
    // Reads that lead nowhere are details of what was read before them.
    if (found.length > 0 || action.toolClass !== "read") return found;
  }
  return [];
}
