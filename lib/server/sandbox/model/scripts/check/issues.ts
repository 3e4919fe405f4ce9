import { code, enumerate, link } from "../../answers/words";
import { type Issue, shapes } from "../../data/shapes";
import { stringField } from "../../data/values";
import type { Finding, Outcome } from "../../planner/outcome";
import type { Script } from "../../planner/script";
import { optional } from "../actions";
import type { ScriptContext } from "../context";
import { completeLists, readLists } from "../lists";
import { nameOf, type Place } from "../locate";
import { done, isTitle, type Look, notDone, numberIn, placeIn, unclear, unreadable } from "./look";

type Issues =
  | { status: "read"; items: Issue[]; complete: boolean }
  | { status: "setback"; setback: Exclude<Outcome, { status: "succeeded" }> };

/** The issues of a repository, newest first, to the end of the list as far as the tool goes there. */
function* readIssues(
  context: ScriptContext,
  place: Place,
  query: string | undefined,
): Script<Issues> {
  const slug = "BITBUCKET_LIST_ISSUES";
  const preferred = optional(context, slug, { sort: "-created_on", pagelen: 50, q: query });
  const requests = [
    { slug, arguments: { workspace: place.workspace, repo_slug: place.slug, ...preferred } },
  ];
  const first = yield* readLists(context, shapes.issue, requests, "Looking through the issues.");
  const [list] = yield* completeLists(context, shapes.issue, requests, first);
  if (list === undefined) return { status: "setback", setback: { status: "unreadable", text: "" } };
  return list;
}

function* findIssue(
  context: ScriptContext,
  sent: Record<string, unknown>,
  tell: (found: { label: string; issue: Issue | undefined }) => Finding,
): Script<Finding> {
  const place = placeIn(sent);
  const number = numberIn(sent, "issue_id");
  if (!place || !number) return unclear("I do not know which issue it was");
  const issues = yield* readIssues(context, place, `id = ${number}`);
  const where = code(nameOf(place));
  if (issues.status === "setback") {
    return unreadable(issues.setback, `read issue #${number} of ${where}`);
  }
  const issue = issues.items.find(({ id }) => id === number);
  if (!issue && !issues.complete) {
    return unclear(`the list of the issues of ${where} is too long for me to find #${number}`);
  }
  return tell({ label: `issue ${link(`#${number}`, issue)} in ${where}`, issue });
}

export const checkCreatedIssue: Look = function* (context, sent) {
  const place = placeIn(sent);
  const title = stringField(sent, "title");
  if (!place || !title) return unclear("I do not know which issue it was");
  const where = code(nameOf(place));
  const issues = yield* readIssues(context, place, undefined);
  if (issues.status === "setback") return unreadable(issues.setback, `list the issues of ${where}`);
  const same = issues.items.filter((issue) => isTitle(issue.title, title));
  const [first] = same;
  if (first && same.length > 1) {
    const labels = enumerate(same.map((issue) => link(`#${issue.id}`, issue)));
    return unclear(`${where} has ${same.length} issues titled “${title}”: ${labels}`);
  }
  if (first) return done(`${link(`#${first.id}`, first)} “${first.title ?? title}” is in ${where}`);
  return issues.complete
    ? notDone(`there is no issue titled “${title}” in ${where}`)
    : unclear(`I found no issue titled “${title}” in ${where}, but could not see all of them`);
};

const updatable = ["state", "priority", "kind", "title"] as const;

export const checkUpdatedIssue: Look = (context, sent) =>
  findIssue(context, sent, ({ label, issue }) => {
    if (!issue) return unclear(`there is no ${label}`);
    const wanted = updatable.flatMap((key) => {
      const value = stringField(sent, key);
      return value ? [{ key, value, now: issue[key] }] : [];
    });
    const present = (keys: readonly (typeof updatable)[number][]) =>
      enumerate(keys.map((key) => `${key} ${code(issue[key] ?? "none")}`));
    if (wanted.length === 0) {
      return unclear(
        `I do not know what should have changed. Now ${label} has ${present(["state", "priority"])}`,
      );
    }
    const keys = wanted.map(({ key }) => key);
    return wanted.every(({ value, now }) => value === now)
      ? done(`${label} has ${present(keys)}`)
      : notDone(`${label} still has ${present(keys)}`);
  });

export const checkDeletedIssue: Look = (context, sent) =>
  findIssue(context, sent, ({ label, issue }) =>
    issue ? notDone(`${label} is still there`) : done(`there is no ${label} any more`),
  );

/** No tool reads the comments of an issue; when it last changed is all that can be known. */
export const checkIssueComment: Look = (context, sent) =>
  findIssue(context, sent, ({ label, issue }) => {
    if (!issue) return notDone(`there is no ${label}`);
    const changed = issue.updated_on ? ` It was last changed on ${day(issue.updated_on)}.` : "";
    return unclear(`no tool reads the comments of an issue. Look for yours at ${label}.${changed}`);
  });

function day(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : `${date.toISOString().slice(0, 16).replace("T", " at ")} UTC`;
}
