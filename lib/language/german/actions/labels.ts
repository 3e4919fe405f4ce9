import { labelsByTool, type ToolLabel } from "../../action-words";
import type {
  bitbucketLabels as englishBitbucketLabels,
  routerLabels as englishRouterLabels,
} from "../../english/actions/labels";
import { counted } from "./things";
import { verbs } from "./verbs";

const pullRequest = "[Pull Request {pullRequest}|einen Pull Request]";
const titledPullRequest = `${pullRequest}[ {title}]`;
const ofPullRequest = "von [Pull Request {pullRequest}|einem Pull Request]";
const issue = "[Issue {issue}|ein Issue]";
const repository = "[Repository {repository}|ein Repository]";
const snippet = "[Snippet {snippet}|ein Snippet][ in {workspace}]";
const inRepository = "[ in {repository}]";

const commits = counted("Commit", "Commits", "masculine");
const repositories = counted("Repository", "Repositories", "neuter");
const workspaces = counted("Workspace", "Workspaces", "masculine");

const bitbucketLabels: Record<keyof typeof englishBitbucketLabels, ToolLabel> = {
  APPROVE_PULL_REQUEST: {
    verb: verbs.approve,
    object: `${titledPullRequest}${inRepository}`,
    button: "Pull Request genehmigen",
  },
  BROWSE_REPOSITORY_PATH: {
    verb: verbs.fetch,
    object: "die Dateien[ von {repository}][ in {path}][ bei {commit}]",
  },
  CREATE_BRANCH: {
    verb: verbs.create,
    object: `[Branch {name}|einen Branch]${inRepository}`,
    button: "Branch anlegen",
  },
  CREATE_ISSUE: {
    verb: verbs.create,
    object: `Issue[ {issue}][ {title}]${inRepository}`,
    anyObject: "ein Issue",
    button: "Issue anlegen",
  },
  CREATE_ISSUE_COMMENT: {
    verb: verbs.comment,
    object: `${issue}${inRepository}`,
    button: "Kommentieren",
  },
  CREATE_PULL_REQUEST: {
    verb: verbs.open,
    object: `Pull Request[ {pullRequest}][ {title}][ von {source}][ nach {destination}]${inRepository}`,
    anyObject: "einen Pull Request",
    button: "Pull Request erstellen",
  },
  CREATE_PULL_REQUEST_COMMENT: {
    verb: verbs.comment,
    object: `${pullRequest}${inRepository}`,
    button: "Kommentieren",
  },
  CREATE_REPOSITORY: { verb: verbs.create, object: repository, button: "Repository anlegen" },
  CREATE_SNIPPET_COMMENT: { verb: verbs.comment, object: snippet, button: "Kommentieren" },
  DECLINE_PULL_REQUEST: {
    verb: verbs.decline,
    object: `${titledPullRequest}${inRepository}`,
    button: "Pull Request ablehnen",
  },
  DELETE_ISSUE: { verb: verbs.delete, object: `${issue}${inRepository}`, button: "Issue löschen" },
  DELETE_REPOSITORY: { verb: verbs.delete, object: repository, button: "Repository löschen" },
  GET_BRANCH: { verb: verbs.fetch, object: `[Branch {name}|einen Branch]${inRepository}` },
  GET_CURRENT_USER: { verb: verbs.fetch, object: "das eigene Bitbucket-Profil" },
  GET_CURRENT_USER2: { verb: verbs.fetch, object: "das eigene Bitbucket-Profil" },
  GET_FILE_FROM_REPOSITORY: {
    verb: verbs.read,
    object: "[die Datei {path}|eine Datei][ aus {repository}][ bei {commit}]",
  },
  GET_PULL_REQUEST: { verb: verbs.fetch, object: `${titledPullRequest}${inRepository}` },
  GET_PULL_REQUEST_DIFF: {
    verb: verbs.read,
    object: `den Diff ${ofPullRequest}${inRepository}`,
  },
  GET_PULL_REQUEST_DIFFSTAT: {
    verb: verbs.list,
    object: `{things} ${ofPullRequest}${inRepository}`,
    things: counted("geänderte Datei", "geänderte Dateien", "feminine"),
  },
  GET_PULL_REQUEST_COMMITS: {
    verb: verbs.list,
    object: `{things} ${ofPullRequest}${inRepository}`,
    things: commits,
  },
  GET_REPOSITORIES_COMMIT: {
    verb: verbs.fetch,
    object: `[Commit {commit}|einen Commit]${inRepository}`,
  },
  GET_REPOSITORIES_PULLREQUESTS_COMMENTS: {
    verb: verbs.list,
    object: `{things} zu [Pull Request {pullRequest}|einem Pull Request]${inRepository}`,
    things: counted("Kommentar", "Kommentare", "masculine"),
  },
  GET_REPOSITORY: { verb: verbs.fetch, object: repository },
  GET_SNIPPET: { verb: verbs.fetch, object: snippet },
  GET_USER: { verb: verbs.fetch, object: "ein Bitbucket-Profil" },
  GET_USER_WORKSPACES: { verb: verbs.list, object: "{things}", things: workspaces },
  GET_WORKSPACE: { verb: verbs.fetch, object: "[Workspace {workspace}|einen Workspace]" },
  LIST_BRANCHES: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("Branch", "Branches", "masculine"),
  },
  LIST_COMMITS: { verb: verbs.list, object: `{things}${inRepository}`, things: commits },
  LIST_COMMITS_FROM_REVISION: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: commits,
  },
  LIST_COMMITS_ON_MASTER: { verb: verbs.list, object: `{things}${inRepository}`, things: commits },
  LIST_ISSUES: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("Issue", "Issues", "neuter"),
  },
  LIST_PULL_REQUESTS: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("Pull Request", "Pull Requests", "masculine"),
  },
  LIST_REPOSITORIES: { verb: verbs.list, object: "{things}", things: repositories },
  LIST_REPOSITORIES_IN_WORKSPACE: {
    verb: verbs.list,
    object: "{things}[ in {workspace}]",
    things: repositories,
  },
  LIST_REPOSITORY_FORKS: {
    verb: verbs.list,
    object: "{things}[ von {repository}]",
    things: counted("Fork", "Forks", "masculine"),
  },
  LIST_SNIPPETS: {
    verb: verbs.list,
    object: "{things}[ in {workspace}]",
    things: counted("Snippet", "Snippets", "neuter"),
  },
  LIST_TAGS: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("Tag", "Tags", "masculine"),
  },
  LIST_WORKSPACES: { verb: verbs.list, object: "{things}", things: workspaces },
  LIST_WORKSPACE_MEMBERS: {
    verb: verbs.list,
    object: "{things}[ von {workspace}]",
    things: counted("Mitglied", "Mitglieder", "neuter"),
  },
  MERGE_PULL_REQUEST: {
    verb: verbs.merge,
    object: `${titledPullRequest}[ nach {destination}]${inRepository}`,
    button: "Mergen",
  },
  REQUEST_PULL_REQUEST_CHANGES: {
    verb: verbs.ask,
    object: `Änderungen an [Pull Request {pullRequest}|einem Pull Request][ {title}]${inRepository}`,
    button: "Änderungen verlangen",
  },
  UPDATE_ISSUE: {
    verb: verbs.update,
    object: `${issue}[ {title}]${inRepository}`,
    button: "Issue ändern",
  },
  UPDATE_PULL_REQUEST: {
    verb: verbs.update,
    object: `${titledPullRequest}${inRepository}`,
    button: "Pull Request ändern",
  },
};

const routerLabels: Record<keyof typeof englishRouterLabels, ToolLabel> = {
  GET_TOOL_SCHEMAS: { verb: verbs.read, object: "die Beschreibung der Werkzeuge" },
  MANAGE_CONNECTIONS: { verb: verbs.check, object: "die [{toolkit}-|]Verbindung" },
  MULTI_EXECUTE_TOOL: { verb: verbs.run, object: "mehrere Werkzeuge zugleich" },
  REMOTE_BASH_TOOL: { verb: verbs.run, object: "einen Befehl auf der entfernten Werkbank" },
  REMOTE_WORKBENCH: { verb: verbs.run, object: "Code auf der entfernten Werkbank" },
  SEARCH_TOOLS: { verb: verbs.lookFor, object: "das passende Werkzeug" },
  WAIT_FOR_CONNECTIONS: { verb: verbs.wait, object: "die [{toolkit}-|]Verbindung" },
};

export const labels = labelsByTool(bitbucketLabels, routerLabels);
