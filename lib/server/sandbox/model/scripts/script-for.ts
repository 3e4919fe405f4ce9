import type { Intent } from "../language/intent";
import { readUpdateIssues } from "../language/issues";
import { readUtterance } from "../language/utterance";
import { ask, type Script } from "../planner/script";
import { createBranches, listBranches, readNameAnswer } from "./branches";
import { deleteIssues, updateIssues } from "./change-issues";
import { searchTaskFor } from "./check/find-out";
import { answerUncheckable, checkChange } from "./check-change";
import { listCommits } from "./commits";
import type { Remembered, ScriptContext } from "./context";
import { getFile } from "./files";
import { commentOnIssue, createIssue, getIssue, listIssues } from "./issues";
import { needs, type ToolIntentKind } from "./needs";
import { openPullRequest } from "./open-pull-request";
import { listMembers, listWorkspaces, whoAmI } from "./people";
import { prepare } from "./prepare";
import { listPullRequests } from "./pull-request-lists";
import { getPullRequest, mergePullRequest } from "./pull-requests";
import {
  createRepository,
  deleteRepository,
  getRepository,
  listRepositories,
} from "./repositories";
import { commentOnPullRequest, reviewPullRequest } from "./reviews";
import { answerNothingToContinue, answerSmallTalk, answerUnknown } from "./small-talk";
import { commentOnSnippet, getSnippet, listSnippets } from "./snippets";

function* askForText(text: string): Script<string> {
  return (yield* ask({ text, expects: { type: "text" } })).trim();
}

type Named<Kind extends Intent["kind"]> = Extract<Intent, { kind: Kind }>;

function* askForBranch(intent: Named<"create-branches">): Script<Named<"create-branches">> {
  if (intent.names.length > 0) return intent;
  const answer = readNameAnswer(yield* askForText("What should the new branch be called?"));
  const repositories = intent.repositories.length > 0 ? intent.repositories : answer.repositories;
  return { ...intent, names: [answer.name], repositories };
}

function* askForChanges(intent: Named<"update-issues">): Script<Named<"update-issues">> {
  let { changes } = intent;
  while (Object.keys(changes).length === 0) {
    const answer = yield* askForText(
      "What should change: the state, the priority, the kind or the title?",
    );
    changes = readUpdateIssues(readUtterance(`Set the issue to ${answer}`))?.changes ?? {};
  }
  return { ...intent, changes };
}

function knownFields(intent: Intent | undefined): string | undefined {
  const [place] = intent && "repositories" in intent ? intent.repositories : [];
  if (place === undefined) return undefined;
  return `${place.workspace ? `workspace:${place.workspace}, ` : ""}repo_slug:${place.slug}`;
}

const askForComment = () => askForText("What should the comment say?");

/**
 * The script for what a person wants. What only they can know – a name, a text – is asked before anything is looked up.
 *
 * @param continued whether the person asked to go on with it
 * @param german whether they asked in German: what has a German text is then answered in it
 */
export function* scriptFor(
  intent: Intent | undefined,
  remembered: Remembered,
  continued: boolean,
  german: boolean,
): Script {
  function* begin(kind: ToolIntentKind, useCase?: string): Script<ScriptContext> {
    const { wish } = needs[kind];
    const useCases = useCase ? [useCase] : needs[kind].useCases;
    return { discovery: yield* prepare(wish, useCases, knownFields(intent)), remembered, wish };
  }

  if (intent === undefined)
    return continued ? answerNothingToContinue(german) : answerUnknown(german);
  switch (intent.kind) {
    case "greeting":
    case "thanks":
    case "help":
    case "dismissal":
      return continued ? answerNothingToContinue(german) : answerSmallTalk(intent.kind, german);
    case "check-change": {
      const { kind, change } = intent;
      const useCase = change && searchTaskFor(change.slug);
      if (!change || !useCase) return answerUncheckable();
      return yield* checkChange({ change }, yield* begin(kind, useCase));
    }
    case "create-branches": {
      const complete = yield* askForBranch(intent);
      return yield* createBranches(complete, yield* begin(intent.kind));
    }
    case "create-issue": {
      const title = intent.title ?? (yield* askForText("What should the title of the issue be?"));
      return yield* createIssue({ ...intent, title }, yield* begin(intent.kind));
    }
    case "create-repository": {
      const name = intent.name ?? (yield* askForText("What should the repository be called?"));
      return yield* createRepository({ ...intent, name }, yield* begin(intent.kind));
    }
    case "comment-on-issue": {
      const content = intent.content ?? (yield* askForComment());
      return yield* commentOnIssue({ ...intent, content }, yield* begin(intent.kind));
    }
    case "comment-on-pull-request": {
      const content = intent.content ?? (yield* askForComment());
      return yield* commentOnPullRequest({ ...intent, content }, yield* begin(intent.kind));
    }
    case "comment-on-snippet": {
      const content = intent.content ?? (yield* askForComment());
      return yield* commentOnSnippet({ ...intent, content }, yield* begin(intent.kind));
    }
    case "update-issues": {
      const complete = yield* askForChanges(intent);
      return yield* updateIssues(complete, yield* begin(intent.kind));
    }
    case "who-am-i":
      return yield* whoAmI(yield* begin(intent.kind));
    case "list-workspaces":
      return yield* listWorkspaces(yield* begin(intent.kind));
    case "list-members":
      return yield* listMembers(intent, yield* begin(intent.kind));
    case "list-repositories":
      return yield* listRepositories(intent, yield* begin(intent.kind));
    case "get-repository":
      return yield* getRepository(intent, yield* begin(intent.kind));
    case "delete-repository":
      return yield* deleteRepository(intent, yield* begin(intent.kind));
    case "list-branches":
      return yield* listBranches(intent, yield* begin(intent.kind));
    case "list-commits":
      return yield* listCommits(intent, yield* begin(intent.kind));
    case "get-file":
      return yield* getFile(intent, yield* begin(intent.kind));
    case "list-pull-requests":
      return yield* listPullRequests(intent, yield* begin(intent.kind));
    case "get-pull-request":
      return yield* getPullRequest(intent, yield* begin(intent.kind));
    case "open-pull-request":
      return yield* openPullRequest(intent, yield* begin(intent.kind));
    case "merge-pull-request":
      return yield* mergePullRequest(intent, yield* begin(intent.kind));
    case "review-pull-request":
      return yield* reviewPullRequest(intent, yield* begin(intent.kind));
    case "list-issues":
      return yield* listIssues(intent, yield* begin(intent.kind));
    case "get-issue":
      return yield* getIssue(intent, yield* begin(intent.kind));
    case "delete-issues":
      return yield* deleteIssues(intent, yield* begin(intent.kind));
    case "list-snippets":
      return yield* listSnippets(intent, yield* begin(intent.kind));
    case "get-snippet":
      return yield* getSnippet(intent, yield* begin(intent.kind));
  }
}
