/** The wish to find out whether a change happened, without making it. */
export type CheckChangeIntent = {
  kind: "check-change";
  /** The change with as much of what was sent as the message names; absent where it names none that is known. */
  change?: { slug: string; arguments: Record<string, unknown> };
};

const opening =
  /^(?:check (?:whether|if) (?:this|that|it) went through|prüfe,? ob das geklappt hat)(?![\p{L}\p{N}])[:,]?\s*/iu;
const ending = /\.?\s*(?:(?:only look, change nothing|nur nachsehen, nichts ändern)\.?\s*)?$/i;

const name = String.raw`(?:“[^”]*”|„[^“]*“|\S+)`;
const germanTitle = "„[^“]*“";
const inRepository = String.raw`(?: in (?<workspace>[\w.-]+)/(?<repo_slug>[\w.-]+))?`;
const issue = String.raw`issue #(?<issue_id>\d+)(?: “[^”]*”)?`;
const pullRequest = String.raw`pull request #(?<pull_request_id>\d+)(?: “[^”]*”)?(?: into ${name})?`;

/** The changes in the words in which an action is described; each group is the argument of that name. */
const descriptions: readonly [slug: string, words: string][] = [
  ["CREATE_BRANCH", `create branch (?<name>${name})${inRepository}`],
  [
    "CREATE_PULL_REQUEST",
    `open pull request(?: (?<title>“[^”]*”))?(?: from (?<source_branch>${name}))?(?: into (?<destination_branch>${name}))?${inRepository}`,
  ],
  ["MERGE_PULL_REQUEST", `merge ${pullRequest}${inRepository}`],
  ["DECLINE_PULL_REQUEST", `decline ${pullRequest}${inRepository}`],
  ["APPROVE_PULL_REQUEST", `approve ${pullRequest}${inRepository}`],
  ["REQUEST_PULL_REQUEST_CHANGES", `request changes to ${pullRequest}${inRepository}`],
  ["CREATE_PULL_REQUEST_COMMENT", `comment on ${pullRequest}${inRepository}`],
  ["CREATE_ISSUE", `create issue(?: (?<title>“[^”]*”))?${inRepository}`],
  ["UPDATE_ISSUE", `update ${issue}${inRepository}`],
  ["DELETE_ISSUE", `delete ${issue}${inRepository}`],
  ["CREATE_ISSUE_COMMENT", `comment on ${issue}${inRepository}`],
  ["CREATE_REPOSITORY", String.raw`create repository (?<workspace>[\w.-]+)/(?<repo_slug>[\w.-]+)`],
  ["DELETE_REPOSITORY", String.raw`delete repository (?<workspace>[\w.-]+)/(?<repo_slug>[\w.-]+)`],
  [
    "CREATE_SNIPPET_COMMENT",
    String.raw`comment on snippet (?<encoded_id>\w+)(?: in (?<workspace>[\w.-]+))?`,
  ],
];

const germanIssue = String.raw`Issue #(?<issue_id>\d+)(?: ${germanTitle})?`;
const germanPullRequest = String.raw`Pull Request #(?<pull_request_id>\d+)(?: ${germanTitle})?(?: nach ${name})?`;
const repository = String.raw`Repository (?<workspace>[\w.-]+)/(?<repo_slug>[\w.-]+)`;

/** The same in German, where the verb comes last. */
const germanDescriptions: readonly [slug: string, words: string][] = [
  ["CREATE_BRANCH", `Branch (?<name>${name})${inRepository} anlegen`],
  [
    "CREATE_PULL_REQUEST",
    `Pull Request(?: (?<title>${germanTitle}))?(?: von (?<source_branch>${name}))?(?: nach (?<destination_branch>${name}))?${inRepository} erstellen`,
  ],
  ["MERGE_PULL_REQUEST", `${germanPullRequest}${inRepository} mergen`],
  ["DECLINE_PULL_REQUEST", `${germanPullRequest}${inRepository} ablehnen`],
  ["APPROVE_PULL_REQUEST", `${germanPullRequest}${inRepository} genehmigen`],
  ["REQUEST_PULL_REQUEST_CHANGES", `Änderungen an ${germanPullRequest}${inRepository} verlangen`],
  ["CREATE_PULL_REQUEST_COMMENT", `${germanPullRequest}${inRepository} kommentieren`],
  ["CREATE_ISSUE", `Issue(?: (?<title>${germanTitle}))?${inRepository} anlegen`],
  ["UPDATE_ISSUE", `${germanIssue}${inRepository} ändern`],
  ["DELETE_ISSUE", `${germanIssue}${inRepository} löschen`],
  ["CREATE_ISSUE_COMMENT", `${germanIssue}${inRepository} kommentieren`],
  ["CREATE_REPOSITORY", `${repository} anlegen`],
  ["DELETE_REPOSITORY", `${repository} löschen`],
  [
    "CREATE_SNIPPET_COMMENT",
    String.raw`Snippet (?<encoded_id>\w+)(?: in (?<workspace>[\w.-]+))? kommentieren`,
  ],
];

const patterns = [...descriptions, ...germanDescriptions].map(
  ([slug, words]) => [`BITBUCKET_${slug}`, new RegExp(`^${words}$`, "i")] as const,
);

/**
 * Reads "Check whether this went through: …", or the same in German. The effect it names is an order in its own right and must never be taken for
 * one, so whatever begins like this is a check, understood or not.
 */
export function readCheck(text: string): CheckChangeIntent | undefined {
  const trimmed = text.trim();
  const start = opening.exec(trimmed);
  if (!start) return undefined;
  const effect = trimmed.slice(start[0].length).replace(ending, "");
  for (const [slug, pattern] of patterns) {
    const match = pattern.exec(effect);
    if (!match) continue;
    const named = Object.entries(match.groups ?? {}).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value.replace(/^[“„]|[”“]$/g, "")] as const],
    );
    return { kind: "check-change", change: { slug, arguments: Object.fromEntries(named) } };
  }
  return { kind: "check-change" };
}
