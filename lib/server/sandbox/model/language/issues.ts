import { findNumbers } from "./numbers";
import { findRepositories, type RepositoryReference } from "./repository";
import { says, type Utterance } from "./utterance";

type IssueState =
  | "new"
  | "open"
  | "resolved"
  | "on hold"
  | "invalid"
  | "duplicate"
  | "wontfix"
  | "closed";
type IssuePriority = "trivial" | "minor" | "major" | "critical" | "blocker";
type IssueKind = "bug" | "enhancement" | "proposal" | "task";

/** Which issues a message means. */
export type IssueSelection =
  | { type: "numbers"; numbers: number[] }
  | { type: "latest"; openOnly: boolean }
  | { type: "unsaid" };

export type IssueChanges = {
  state?: IssueState;
  priority?: IssuePriority;
  kind?: IssueKind;
  title?: string;
};

type InRepositories = { repositories: RepositoryReference[] };
export type ListIssuesIntent = InRepositories & {
  kind: "list-issues";
  show: "open" | "closed" | "all";
};
export type GetIssueIntent = InRepositories & { kind: "get-issue"; issues: IssueSelection };
export type CreateIssueIntent = InRepositories & {
  kind: "create-issue";
  title?: string;
  content?: string;
  issueKind?: IssueKind;
  priority?: IssuePriority;
};
export type CommentOnIssueIntent = InRepositories & {
  kind: "comment-on-issue";
  issues: IssueSelection;
  content?: string;
};
export type UpdateIssuesIntent = InRepositories & {
  kind: "update-issues";
  issues: IssueSelection;
  changes: IssueChanges;
};
export type DeleteIssuesIntent = InRepositories & { kind: "delete-issues"; issues: IssueSelection };

const word = "issues?|tickets?|bugs?";
const issueWord = /\b(?:issues?|tickets?|bugs?)\b/i;

const states: readonly [RegExp, IssueState][] = [
  [/\b(?:re-?open|as open|to open|state open)\b/i, "open"],
  [/\b(?:resolve|resolved|fixed)\b/i, "resolved"],
  [/\bon[ -]hold\b/i, "on hold"],
  [/\binvalid\b/i, "invalid"],
  [/\bduplicate\b/i, "duplicate"],
  [/\bwon'?t ?fix\b/i, "wontfix"],
  [/\b(?:close|closed)\b/i, "closed"],
  [/\b(?:as|to) new\b/i, "new"],
];

function selection(utterance: Utterance): IssueSelection {
  const inAddress = /\/issues\/(\d+)/.exec(utterance.original)?.[1];
  const numbers = inAddress ? [Number(inAddress)] : findNumbers(utterance, word);
  if (numbers.length > 0) return { type: "numbers", numbers };
  return says(utterance, /\b(?:latest|newest|last|most recent|youngest)\b/i)
    ? { type: "latest", openOnly: !says(utterance, /\b(?:closed|resolved|any)\b/i) }
    : { type: "unsaid" };
}

function priorityIn(text: string): IssuePriority | undefined {
  const found = /\b(trivial|minor|major|critical|blocker)\b/i.exec(text)?.[1]?.toLowerCase();
  return found as IssuePriority | undefined;
}

function kindIn(text: string): IssueKind | undefined {
  const found = /\b(bug|enhancement|proposal|task)\b/i.exec(text)?.[1]?.toLowerCase();
  return found as IssueKind | undefined;
}

function quoted(utterance: Utterance): string | undefined {
  return utterance.quotations.find((text) => !/^[\w.-]+\/[\w.-]+$/.test(text));
}

export function readCommentOnIssue(utterance: Utterance): CommentOnIssueIntent | undefined {
  const comments =
    /^(?:comment|reply|respond|answer)\b/i.test(utterance.order) ||
    says(
      utterance,
      /\b(?:add|leave|post|write|put|make)\s+(?:a|the|this|another|my)?\s*(?:new\s+)?(?:comment|reply|note)\b/i,
    ) ||
    (says(utterance, /^(?:comment|reply|say|tell|write|post|add)\b/i) &&
      says(utterance, /\b(?:on|to|under|in)\s+(?:the\s+)?(?:latest|newest|last|issue|ticket)\b/i));
  if (!comments || says(utterance, /\b(?:pull[ -]?request|snippet)\b/i)) return undefined;
  const content = utterance.freeText ?? quoted(utterance);
  return {
    kind: "comment-on-issue",
    repositories: findRepositories(utterance),
    issues: selection(utterance),
    ...(content && { content }),
  };
}

export function readCreateIssue(utterance: Utterance): CreateIssueIntent | undefined {
  const creates =
    /\b(?:(?:create|make|add|file|raise|report|log|submit)\s+(?:me\s+)?(?:(?:a|an|another)\s+)?|open\s+(?:a|an|another)\s+)(?:new\s+)?(?:(?:trivial|minor|major|critical|blocker|high[ -]priority)\s+)?(?:issue|ticket|bug|task|enhancement|proposal)\b(?!\s*#?\d)/i;
  if (!creates.test(utterance.order)) return undefined;
  const unquoted =
    /\b(?:titled|called|named|about)\s+(?!")(.+?)(?:\s+(?:in|for)\s+(?:the\s+)?[\w./-]+(?:\s+repo(?:sitory)?)?)?$/i.exec(
      utterance.order,
    )?.[1];
  const title = quoted(utterance) ?? unquoted;
  const kind = kindIn(utterance.order);
  const priority = priorityIn(utterance.order);
  // "Create an issue in api: Login fails" has its title where others have their text.
  const onlyText = title === undefined ? utterance.freeText : undefined;
  const [firstLine, ...more] = (onlyText ?? "").split(/\n+/);
  const content = title === undefined ? more.join("\n").trim() : utterance.freeText;
  return {
    kind: "create-issue",
    repositories: findRepositories(utterance),
    ...((title ?? firstLine) && { title: title ?? firstLine }),
    ...(content && { content }),
    ...(kind && { issueKind: kind }),
    ...(priority && { priority }),
  };
}

export function readUpdateIssues(utterance: Utterance): UpdateIssuesIntent | undefined {
  const changes: IssueChanges = {};
  const updates =
    /^(?:close|resolve|re-?open|mark|set|change|update|edit|rename|retitle|put|make|move|prioriti[sz]e)\b/i;
  if (!updates.test(utterance.order) || says(utterance, /\bpull[ -]?request|\bbranch/i))
    return undefined;
  if (!issueWord.test(utterance.order) && !says(utterance, /#\d|\b(?:it|this|that)\b/i))
    return undefined;
  const order = utterance.order;
  const state = states.find(([pattern]) => pattern.test(order))?.[1];
  const priority = priorityIn(order);
  const kind = /\b(?:kind|type|to an?|as an?)\b/i.test(order)
    ? kindIn(order.replace(/\bbugs? #?\d+/i, ""))
    : undefined;
  const title = says(utterance, /\b(?:title|rename|retitle)\b/i)
    ? (quoted(utterance) ?? utterance.freeText)
    : undefined;
  if (state) changes.state = state;
  if (priority) changes.priority = priority;
  if (kind) changes.kind = kind;
  if (title) changes.title = title;
  return {
    kind: "update-issues",
    repositories: findRepositories(utterance),
    issues: selection(utterance),
    changes,
  };
}

export function readDeleteIssues(utterance: Utterance): DeleteIssuesIntent | undefined {
  const deletes = new RegExp(`^(?:delete|remove|drop|erase)\\b.{0,40}\\b(?:${word})\\b`, "i");
  if (!deletes.test(utterance.order)) return undefined;
  return {
    kind: "delete-issues",
    repositories: findRepositories(utterance),
    issues: selection(utterance),
  };
}

export function readGetIssue(utterance: Utterance): GetIssueIntent | undefined {
  const issues = selection(utterance);
  if (!issueWord.test(utterance.original) || issues.type === "unsaid") return undefined;
  if (issues.type === "latest" && says(utterance, /\b(?:issues|tickets|bugs)\b/i)) return undefined;
  return { kind: "get-issue", repositories: findRepositories(utterance, "loose"), issues };
}

export function readListIssues(utterance: Utterance): ListIssuesIntent | undefined {
  if (!says(utterance, /\b(?:issues|tickets|bugs)\b/i)) return undefined;
  const show = says(utterance, /\b(?:closed|resolved|done)\b/i)
    ? "closed"
    : says(
          utterance,
          /\ball (?:the )?issues\b|\ball (?:the )?(?:tickets|bugs)\b|\b(?:any|every|all) states?\b/i,
        )
      ? "all"
      : "open";
  return { kind: "list-issues", repositories: findRepositories(utterance, "loose"), show };
}
