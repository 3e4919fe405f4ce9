import { explainSetback } from "../../answers/setbacks";
import { stringField } from "../../data/values";
import type { Finding, Outcome } from "../../planner/outcome";
import type { Script } from "../../planner/script";
import type { ScriptContext } from "../context";
import type { Place } from "../locate";

/** A change as it was sent, or as much of it as is known. */
export type SentChange = { slug: string; arguments: Record<string, unknown> };

/** Finds out by reads alone what became of one kind of change. */
export type Look = (context: ScriptContext, sent: SentChange["arguments"]) => Script<Finding>;

export function done(seen: string): Finding {
  return { verdict: "done", seen };
}

export function notDone(seen: string): Finding {
  return { verdict: "not done", seen };
}

export function unclear(seen: string): Finding {
  return { verdict: "unclear", seen };
}

/** For a read that failed: nothing is known then, not even that nothing happened. */
export function unreadable(outcome: Outcome | undefined, wish: string): Finding {
  return unclear(
    outcome && outcome.status !== "succeeded"
      ? explainSetback(outcome, wish)
      : `I could not ${wish}`,
  );
}

export function isMissing(outcome: Outcome | undefined): boolean {
  return outcome?.status === "failed" && outcome.httpStatus === 404;
}

export function placeIn(sent: SentChange["arguments"]): Place | undefined {
  const workspace = stringField(sent, "workspace");
  const slug = stringField(sent, "repo_slug");
  return workspace && slug ? { workspace, slug } : undefined;
}

/** A number that some tools take as such and some as text. */
export function numberIn(sent: SentChange["arguments"], key: string): number | undefined {
  const number = Number(sent[key]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** A long title is cut where a person's message names it. */
export function isTitle(title: string | undefined, wanted: string): boolean {
  if (title === undefined) return false;
  return wanted.endsWith("…") ? title.startsWith(wanted.slice(0, -1)) : title === wanted;
}
