import { explainSetback } from "../answers/setbacks";
import { code, enumerate, link } from "../answers/words";
import { readOne } from "../data/read";
import { shapes } from "../data/shapes";
import type { CreateBranchesIntent, ListBranchesIntent } from "../language/branches";
import { findRepositories, type RepositoryReference } from "../language/repository";
import { readUtterance } from "../language/utterance";
import { type Script, say } from "../planner/script";
import { change } from "./change";
import type { ScriptContext } from "./context";
import { listAcross } from "./list-across";
import { locateRepositories, locateRepository, nameOf } from "./locate";
import { openPullRequestFor } from "./open-pull-request";
import { mainBranchOf, readBranch } from "./read-branch";

export function* listBranches(intent: ListBranchesIntent, context: ScriptContext): Script {
  const places = yield* locateRepositories(context, intent.repositories);
  return yield* listAcross(context, places, {
    slug: "BITBUCKET_LIST_BRANCHES",
    preferred: { sort: "-target.date", pagelen: 50 },
    schema: shapes.branch,
    noun: { one: "branch", many: "branches" },
    describe: (branch) => code(branch.name),
  });
}

/** "feature/login in api", `feature/login`, or a few words that become a name. */
export function readNameAnswer(answer: string): {
  name: string;
  repositories: RepositoryReference[];
} {
  const utterance = readUtterance(answer);
  const bare = answer.trim().replace(/[.!]$/, "");
  const quoted = utterance.quotations[0];
  const beforePlace = /^(?:(?:call|name) it\s+)?(\S+)(?:\s+(?:in|off|from|on)\s+.+)?$/i.exec(
    bare,
  )?.[1];
  const name = quoted ?? beforePlace ?? bare.toLowerCase().replace(/\s+/g, "-");
  return { name, repositories: findRepositories(utterance) };
}

/** Creates branches off one commit, all in one call, and opens a pull request where the same message wants one. */
export function* createBranches(intent: CreateBranchesIntent, context: ScriptContext): Script {
  const { names, repositories } = intent;
  const place = yield* locateRepository(context, repositories);
  const base = intent.base ?? (yield* mainBranchOf(context, place));
  const hash = (yield* readBranch(context, place, base)).target?.hash;
  if (!hash || hash.length < 40) {
    return `I could not find out which commit ${code(base)} points at, and a branch needs one.`;
  }
  const list = enumerate(names.map(code));
  yield* say(
    `${code(base)} is at ${code(hash.slice(0, 7))}. I’ll create ${list} there, in ${code(nameOf(place))}.`,
  );
  const outcomes = yield* change(
    context,
    names.map((name) => ({
      slug: "BITBUCKET_CREATE_BRANCH",
      arguments: { workspace: place.workspace, repo_slug: place.slug, name, target_hash: hash },
    })),
    `Creating ${names.join(", ")} off ${base}.`,
  );
  const created: string[] = [];
  const troubles: string[] = [];
  for (const [index, name] of names.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === "succeeded") {
      const branch = readOne(shapes.branch, outcome.data);
      created.push(link(code(branch?.name ?? name), branch));
    } else if (outcome && !(outcome.status === "unreadable" && intent.pullRequest)) {
      troubles.push(explainSetback(outcome, `create the branch ${code(name)}`));
    }
  }
  const done =
    created.length > 0
      ? `Created ${enumerate(created)} in ${code(nameOf(place))}, off ${code(base)} at ${code(hash.slice(0, 7))}.`
      : "";
  const report = [done, ...troubles].filter((part) => part !== "").join("\n\n");
  const [source] = names;
  const [first] = outcomes;
  // A note instead of a result: it was made before the person said "continue".
  const exists =
    first?.status === "succeeded" ||
    first?.status === "unreadable" ||
    (first?.status === "unknown" && first.finding?.verdict === "done");
  if (!intent.pullRequest || source === undefined || !exists) return report;
  if (report) yield* say(report);
  return yield* openPullRequestFor(context, place, {
    source,
    destination: intent.pullRequest.destination ?? base,
    ...(intent.pullRequest.title && { title: intent.pullRequest.title }),
    reviewers: [],
  });
}
