import { explainSetback } from "../answers/setbacks";
import { code, enumerate } from "../answers/words";
import type { DeleteIssuesIntent, IssueChanges, UpdateIssuesIntent } from "../language/issues";
import type { Outcome } from "../planner/outcome";
import { type Script, say } from "../planner/script";
import { change } from "./change";
import type { ScriptContext } from "./context";
import { labelOfIssue } from "./issues";
import { nameOf } from "./locate";
import { type LocatedIssue, locateIssues } from "./locate-issues";

function issueArguments({ place, number }: LocatedIssue): Record<string, unknown> {
  return { workspace: place.workspace, repo_slug: place.slug, issue_id: String(number) };
}

/** "close #3", "set the priority of #3 to critical": what the change does, in words. */
function inWords(changes: IssueChanges): string {
  const parts = [
    changes.state && `state ${changes.state}`,
    changes.priority && `priority ${changes.priority}`,
    changes.kind && `kind ${changes.kind}`,
    changes.title && `title “${changes.title}”`,
  ].filter((part) => part !== undefined);
  return enumerate(parts);
}

function report(
  wanted: readonly LocatedIssue[],
  outcomes: readonly Outcome[],
  words: { done: (labels: string) => string; wish: (label: string) => string },
): string {
  const done = wanted.filter((_, index) => outcomes[index]?.status === "succeeded");
  const troubles = wanted.flatMap((entry, index) => {
    const outcome = outcomes[index];
    return outcome && outcome.status !== "succeeded"
      ? [explainSetback(outcome, words.wish(labelOfIssue(entry)))]
      : [];
  });
  const [first] = done;
  const labels =
    first && done.length > 1
      ? `issues ${enumerate(done.map(({ number }) => `#${number}`))} in ${code(nameOf(first.place))}`
      : first && labelOfIssue(first);
  return [...(labels ? [words.done(labels)] : []), ...troubles].join("\n\n");
}

/** Changes issues in one call, which a person decides one by one. */
export function* updateIssues(intent: UpdateIssuesIntent, context: ScriptContext): Script {
  const { changes } = intent;
  const wanted = yield* locateIssues(context, intent.repositories, intent.issues);
  const description = inWords(changes);
  yield* say(`I’ll set ${enumerate(wanted.map(labelOfIssue))} to ${description}.`);
  const outcomes = yield* change(
    context,
    wanted.map((entry) => ({
      slug: "BITBUCKET_UPDATE_ISSUE",
      arguments: { ...issueArguments(entry), ...changes },
    })),
    `Setting ${wanted.length === 1 ? "the issue" : "the issues"} to ${description}.`,
  );
  return report(wanted, outcomes, {
    done: (labels) => `Set ${labels} to ${description}.`,
    wish: (label) => `set ${label} to ${description}`,
  });
}

export function* deleteIssues(intent: DeleteIssuesIntent, context: ScriptContext): Script {
  const wanted = yield* locateIssues(context, intent.repositories, intent.issues);
  yield* say(`I’ll delete ${enumerate(wanted.map(labelOfIssue))}. This cannot be undone.`);
  const outcomes = yield* change(
    context,
    wanted.map((entry) => ({
      slug: "BITBUCKET_DELETE_ISSUE",
      arguments: issueArguments(entry),
    })),
    "Deleting what was named.",
  );
  return report(wanted, outcomes, {
    done: (labels) => `Deleted ${labels}.`,
    wish: (label) => `delete ${label}`,
  });
}
