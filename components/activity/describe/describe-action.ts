import type { ActionWords, ToolLabel } from "@/lib/language/action-words";
import type { ActionView } from "@/lib/shared/action";
import { collectFacts, type DescribedAction } from "./facts";
import { fillTemplate, joinWords, type Segment, segmentsText } from "./template";

type ActionDescription = {
  /** The sentence in pieces, so that names can be set apart from words. */
  segments: Segment[];
  /** The same as one text. */
  text: string;
};

/** How to speak of a tool. One that nobody has described speaks through its slug, which goes in as a fact. */
function findLabel(tool: string, words: ActionWords): ToolLabel {
  return words.labelOf(tool) ?? { ...words.unknownTool, object: "{slug}" };
}

/** The words that fit the state, and where among them the object belongs. */
function phraseOf({ state, toolkit }: ActionView, { verb }: ToolLabel, words: ActionWords): string {
  if (state.status === "connection" && toolkit === "composio") return words.waiting;
  return verb[state.status];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function asSentence(segments: Segment[]): Segment[] {
  const [first, ...others] = segments;
  if (first?.kind !== "words") return segments;
  return [{ kind: "words", text: capitalized(first.text) }, ...others];
}

function sentence(
  phrase: string,
  action: DescribedAction,
  label: ToolLabel,
  words: ActionWords,
): ActionDescription {
  const facts = collectFacts(action, label, words);
  const [before = "", after = ""] = phrase.split("*");
  const pieces = [before, label.object, after].flatMap((part) => fillTemplate(part, facts));
  const segments = asSentence(joinWords(pieces));
  return { segments, text: segmentsText(segments) };
}

/** What happens, in one sentence: "Listing pull requests in acme/api", then "Listed 12 pull requests in acme/api". */
export function describeAction(action: ActionView, words: ActionWords): ActionDescription {
  const label = findLabel(action.tool, words);
  return sentence(phraseOf(action, label, words), action, label, words);
}

/** What would happen, as a title: "Create branch release/1.4 in acme/api". */
export function describeEffect(action: ActionView, words: ActionWords): ActionDescription {
  const label = findLabel(action.tool, words);
  return sentence(label.verb.effect, action, label, words);
}

/** What a tool does whenever it is used: "Creating a branch". */
export function describeKind(tool: string, toolkit: string, words: ActionWords): string {
  const label = findLabel(tool, words);
  const action = { tool, toolkit, arguments: {}, state: { status: "queued" } } as const;
  const object = label.anyObject ?? label.object;
  return sentence(label.verb.kind, action, { ...label, object }, words).text;
}

/** The words on the button that lets it happen: the verb, never "OK". */
export function effectButton(action: ActionView, words: ActionWords): string {
  const { button, verb } = findLabel(action.tool, words);
  return button ?? capitalized(verb.effect.replace("*", "").trim());
}
