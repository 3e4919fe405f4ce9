import { z } from "zod";
import { textArgument } from "@/components/results/schema/arguments";
import { identifier } from "@/components/results/schema/fields";
import { unwrapResult } from "@/components/results/schema/unwrap";
import type { ActionWords } from "@/lib/language/action-words";
import type { ActionView } from "@/lib/shared/action";
import { describeEffect } from "./describe-action";
import type { Segment } from "./template";
import { toolkitName } from "./toolkit-name";

/** A name needs no more to be recognised by, and a message has better uses for its room. */
const longestName = 200;

const plainName = /^#?[\w./~-]+$/;

/**
 * A name as a part of somebody's own message: on one line and, unless it is a plain slug, path or number, inside quotation
 * marks that it cannot close. It came from a model, and must not read as the person's words.
 */
function quoted({ kind, text }: Segment, words: ActionWords): string {
  if (kind === "words" || (kind === "name" && plainName.test(text) && text.length <= longestName))
    return text;
  const line = text.replace(/[“”„]/g, "'").replace(/\s+/g, " ").trim();
  return words.quote(line.length > longestName ? `${line.slice(0, longestName)}…` : line);
}

/** What an action does, as an order in a sentence of the person's: "create branch main in acme/api". */
function orderOf(action: ActionView, words: ActionWords): string {
  const { segments } = describeEffect(action, words);
  return words.asOrder(segments.map((segment) => quoted(segment, words)).join(""));
}

/** What a person sends to have it found out whether a change happened. */
export function checkRequest(action: ActionView, words: ActionWords): string {
  return words.requests.check(orderOf(action, words));
}

/** What a person sends to have done again what came to nothing. */
export function retryRequest(action: ActionView, words: ActionWords): string {
  return words.requests.retry(orderOf(action, words));
}

/** What a person passes on to somebody who can give them access. */
export function accessRequest(action: ActionView, words: ActionWords): string {
  const place = toolkitName(action.toolkit);
  return words.requests.access(orderOf(action, words), place, action.account);
}

const slug = /^[\w.-]+$/;

/**
 * What a person sends to take a change back, where a tool can and nothing else is lost by it. It is an order like any other: the
 * deletion asks before it is done.
 */
export function undoRequest(action: ActionView, words: ActionWords): string | undefined {
  if (action.state.status !== "succeeded") return undefined;
  const number = z.object({ id: identifier }).safeParse(unwrapResult(action.state.result)).data?.id;
  const workspace = textArgument(action, "workspace") ?? "";
  const repository = textArgument(action, "repo_slug") ?? "";
  if (!number || !/^\d+$/.test(number) || !slug.test(workspace) || !slug.test(repository))
    return undefined;
  const place = `${workspace}/${repository}`;
  switch (action.tool) {
    case "BITBUCKET_CREATE_ISSUE":
      return words.requests.deleteIssue(number, place);
    case "BITBUCKET_CREATE_PULL_REQUEST_COMMENT": {
      const pullRequest = textArgument(action, "pull_request_id") ?? "";
      if (!/^\d+$/.test(pullRequest)) return undefined;
      return words.requests.deleteComment(number, pullRequest, place);
    }
    default:
      return undefined;
  }
}
