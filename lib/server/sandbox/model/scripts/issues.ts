import { explainSetback } from "../answers/setbacks";
import { capitalize, code, enumerate, link } from "../answers/words";
import { closedIssueStates, openIssueStates } from "../data/issue-states";
import { readOne } from "../data/read";
import { shapes } from "../data/shapes";
import type {
  CommentOnIssueIntent,
  CreateIssueIntent,
  GetIssueIntent,
  ListIssuesIntent,
} from "../language/issues";
import { type Script, say } from "../planner/script";
import { change } from "./change";
import type { ScriptContext } from "./context";
import { listAcross } from "./list-across";
import { locateRepositories, locateRepository, nameOf } from "./locate";
import { type LocatedIssue, locateIssues, readIssue } from "./locate-issues";

export function labelOfIssue({ place, number, issue }: LocatedIssue): string {
  const title = issue?.title ? ` “${issue.title}”` : "";
  return `issue ${link(`#${number}`, issue)}${title} in ${code(nameOf(place))}`;
}

export function* listIssues(intent: ListIssuesIntent, context: ScriptContext): Script {
  const places = yield* locateRepositories(context, intent.repositories);
  const states = { open: openIssueStates, closed: closedIssueStates, all: undefined }[intent.show];
  const words = intent.show === "all" ? "issue" : `${intent.show} issue`;
  return yield* listAcross(context, places, {
    slug: "BITBUCKET_LIST_ISSUES",
    preferred: { sort: "-created_on", pagelen: 50 },
    schema: shapes.issue,
    noun: { one: words, many: `${words}s` },
    describe: (issue) => `${link(`#${issue.id}`, issue)} ${issue.title ?? ""}`.trim(),
    ...(states && {
      keep: ({ state }: { state?: string | undefined }) => state === undefined || states.has(state),
    }),
  });
}

export function* getIssue(intent: GetIssueIntent, context: ScriptContext): Script {
  const wanted = yield* locateIssues(context, intent.repositories, intent.issues);
  const sentences: string[] = [];
  for (const entry of wanted) {
    const found = entry.issue ? entry : yield* readIssue(context, entry.place, entry.number);
    if (!found?.issue) {
      sentences.push(`I found no issue #${entry.number} in ${code(nameOf(entry.place))}.`);
      continue;
    }
    const { state, priority, kind } = found.issue;
    const traits = [state, priority && `priority ${priority}`, kind].filter((trait) => trait);
    const described = labelOfIssue(found);
    sentences.push(
      `${capitalize(described)}${traits.length > 0 ? ` is ${traits.join(", ")}` : ""}.`,
    );
  }
  return sentences.join("\n\n");
}

export function* createIssue(
  intent: CreateIssueIntent & { title: string },
  context: ScriptContext,
): Script {
  const { title } = intent;
  const place = yield* locateRepository(context, intent.repositories);
  yield* say(`I’ll create the issue “${title}” in ${code(nameOf(place))}.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_CREATE_ISSUE",
        arguments: {
          workspace: place.workspace,
          repo_slug: place.slug,
          title,
          // Required by the tool; an issue without words of its own repeats its title.
          content: intent.content ?? title,
          ...(intent.issueKind && { kind: intent.issueKind }),
          ...(intent.priority && { priority: intent.priority }),
        },
      },
    ],
    `Creating an issue in ${nameOf(place)}.`,
  );
  const wish = `create the issue “${title}”`;
  if (outcome?.status !== "succeeded") {
    return outcome ? explainSetback(outcome, wish) : `I could not ${wish}.`;
  }
  const created = readOne(shapes.issue, outcome.data);
  return created
    ? `Created ${labelOfIssue({ place, number: created.id, issue: created })}.`
    : `Created the issue “${title}” in ${code(nameOf(place))}.`;
}

export function* commentOnIssue(
  intent: CommentOnIssueIntent & { content: string },
  context: ScriptContext,
): Script {
  const wanted = yield* locateIssues(context, intent.repositories, intent.issues);
  const labels = enumerate(wanted.map(labelOfIssue));
  yield* say(
    intent.issues.type === "latest"
      ? `The latest is ${labels}. I’ll post the comment there.`
      : `I’ll post the comment on ${labels}.`,
  );
  const outcomes = yield* change(
    context,
    wanted.map(({ place, number }) => ({
      slug: "BITBUCKET_CREATE_ISSUE_COMMENT",
      arguments: {
        workspace: place.workspace,
        repo_slug: place.slug,
        issue_id: String(number),
        content: intent.content,
      },
    })),
    "Posting the comment.",
  );
  return wanted
    .map((entry, index) => {
      const outcome = outcomes[index];
      return outcome === undefined || outcome.status === "succeeded"
        ? `Commented on ${labelOfIssue(entry)}.`
        : explainSetback(outcome, `comment on ${labelOfIssue(entry)}`);
    })
    .join("\n\n");
}
