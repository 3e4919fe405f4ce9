import {
  type CreateBranchesIntent,
  type ListBranchesIntent,
  readCreateBranches,
  readListBranches,
} from "./branches";
import { type CheckChangeIntent, readCheck } from "./check";
import { type ListCommitsIntent, readListCommits } from "./commits";
import { type GetFileIntent, readGetFile } from "./files";
import { inEnglish } from "./german";
import {
  type CommentOnIssueIntent,
  type CreateIssueIntent,
  type DeleteIssuesIntent,
  type GetIssueIntent,
  type ListIssuesIntent,
  readCommentOnIssue,
  readCreateIssue,
  readDeleteIssues,
  readGetIssue,
  readListIssues,
  readUpdateIssues,
  type UpdateIssuesIntent,
} from "./issues";
import { type PeopleIntent, readPeople } from "./people";
import {
  type GetPullRequestIntent,
  type ListPullRequestsIntent,
  type MergePullRequestIntent,
  type OpenPullRequestIntent,
  readGetPullRequest,
  readListPullRequests,
  readMergePullRequest,
  readOpenPullRequest,
} from "./pull-requests";
import {
  type CreateRepositoryIntent,
  type DeleteRepositoryIntent,
  type GetRepositoryIntent,
  type ListRepositoriesIntent,
  readCreateRepository,
  readDeleteRepository,
  readGetRepository,
  readListRepositories,
} from "./repositories";
import {
  type CommentOnPullRequestIntent,
  type ReviewPullRequestIntent,
  readReview,
} from "./reviews";
import { readSmallTalk, type SmallTalkIntent } from "./small-talk";
import { readSnippet, type SnippetIntent } from "./snippets";
import { readUtterance, type Utterance } from "./utterance";

/** What a person wants, with everything the message says about it. */
export type Intent =
  | SmallTalkIntent
  | CheckChangeIntent
  | PeopleIntent
  | SnippetIntent
  | GetFileIntent
  | ListCommitsIntent
  | CreateBranchesIntent
  | ListBranchesIntent
  | OpenPullRequestIntent
  | MergePullRequestIntent
  | GetPullRequestIntent
  | ListPullRequestsIntent
  | ReviewPullRequestIntent
  | CommentOnPullRequestIntent
  | CommentOnIssueIntent
  | CreateIssueIntent
  | UpdateIssuesIntent
  | DeleteIssuesIntent
  | GetIssueIntent
  | ListIssuesIntent
  | CreateRepositoryIntent
  | DeleteRepositoryIntent
  | GetRepositoryIntent
  | ListRepositoriesIntent;

type Reader = (utterance: Utterance) => Intent | undefined;

/** From the most particular to the most general; the first that recognises the message has it. */
const orders: readonly Reader[] = [
  readSmallTalk,
  readSnippet,
  readDeleteIssues,
  readDeleteRepository,
  readMergePullRequest,
  readReview,
  readCommentOnIssue,
  readCreateBranches,
  readOpenPullRequest,
  readCreateIssue,
  readCreateRepository,
  readUpdateIssues,
];

const questions: readonly Reader[] = [
  readGetFile,
  readGetPullRequest,
  readListPullRequests,
  readGetIssue,
  readListIssues,
  readListBranches,
  readListCommits,
  readPeople,
  readListRepositories,
  readGetRepository,
];

/** An order that no reader of orders knows must not be mistaken for a question about the same thing. */
const unknownOrder =
  /^(?:archive|assign|change|clone|close|delete|drop|edit|erase|fork|mark|move|push|remove|rename|revert|run|set|transfer|trigger|update|upload)\b/i;

/** Recognises a message, or answers undefined where no script fits. */
export function readIntent(text: string): Intent | undefined {
  const check = readCheck(text);
  if (check) return check;
  const utterance = readUtterance(inEnglish(text));
  const readers = unknownOrder.test(utterance.order) ? orders : [...orders, ...questions];
  for (const read of readers) {
    const intent = read(utterance);
    if (intent) return intent;
  }
  return undefined;
}
