import type { ActionView } from "@/lib/shared/action";
import { collectFacts, type DescribedAction } from "./facts";
import { fillTemplate, joinWords, type Segment, segmentsText } from "./template";
import { findToolLabel, type ToolLabel } from "./tool-labels";
import { toolkitName } from "./toolkit-name";
import { verbs } from "./verbs";

type ActionDescription = {
  /** The sentence in pieces, so that names can be set apart from words. */
  segments: Segment[];
  /** The same as one text. */
  text: string;
};

/** The verb in the form that fits the state, with whatever leads up to it. */
function opening(action: ActionView, { verb }: ToolLabel): string {
  const { state } = action;
  switch (state.status) {
    case "queued":
      return `about to ${verb.base}`;
    case "running":
      return verb.progressive;
    case "approval":
      return `wants to ${verb.base}`;
    case "connection":
      return action.toolkit === "composio"
        ? verbs.wait.progressive
        : `needs ${toolkitName(action.toolkit)} to ${verb.base}`;
    case "succeeded":
      return verb.past;
    case "failed":
      return `could not ${verb.base}`;
    case "denied":
      return `did not ${verb.base}`;
    case "blocked":
      return `was not allowed to ${verb.base}`;
    case "cancelled":
      return `cancelled ${verb.progressive}`;
    case "unknown":
      return `may have ${verb.past}`;
  }
}

function sentence(start: string, action: DescribedAction, label: ToolLabel): ActionDescription {
  const capitalized = start.charAt(0).toUpperCase() + start.slice(1);
  const object = fillTemplate(label.object, collectFacts(action, label));
  const segments = joinWords([{ kind: "words", text: `${capitalized} ` }, ...object]);
  return { segments, text: segmentsText(segments) };
}

/** What happens, in one sentence: "Listing pull requests in acme/api", then "Listed 12 pull requests in acme/api". */
export function describeAction(action: ActionView): ActionDescription {
  const label = findToolLabel(action.tool);
  return sentence(opening(action, label), action, label);
}

/** What would happen, as a title: "Create branch release/1.4 in acme/api". */
export function describeEffect(action: ActionView): ActionDescription {
  const label = findToolLabel(action.tool);
  return sentence(label.verb.base, action, label);
}

/** What a tool does whenever it is used: "Creating a branch". */
export function describeKind(tool: string, toolkit: string): string {
  const label = findToolLabel(tool);
  const action = { tool, toolkit, arguments: {}, state: { status: "queued" } } as const;
  return sentence(label.verb.progressive, action, {
    ...label,
    object: label.anyObject ?? label.object,
  }).text;
}

/** The words on the button that lets it happen: the verb, never "OK". */
export function effectButton(action: ActionView): string {
  const { button, verb } = findToolLabel(action.tool);
  return button ?? verb.base.charAt(0).toUpperCase() + verb.base.slice(1);
}
