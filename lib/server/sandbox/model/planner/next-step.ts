import { tellFiles } from "../answers/files";
import { isGerman } from "../language/german";
import type { ModelStep } from "../protocol/output";
import { needs } from "../scripts/needs";
import { toolkit } from "../scripts/prepare";
import { scriptFor } from "../scripts/script-for";
import type { Conversation } from "./conversation";
import { openLedger } from "./ledger";
import { findRequest, type PersonRequest } from "./person-request";
import { remember } from "./remember";
import { type Halt, replay } from "./replay";
import { routerTools } from "./router-tools";
import type { Question } from "./script";

function play(request: PersonRequest, tools: Conversation["tools"]): Halt {
  const { intent, continued, turns } = request;
  const german = isGerman(turns.at(-1)?.userText ?? "");
  return replay(scriptFor(intent, remember(request.earlier), continued, german), {
    tools,
    ledger: openLedger(request.turns),
    answers: request.answers,
    toolkit,
  });
}

function hasBitbucketTools(tools: Conversation["tools"]): boolean {
  return (
    tools.has(routerTools.execute) ||
    [...tools.keys()].some((name) => name.startsWith(`${toolkit.toUpperCase()}_`))
  );
}

const withoutTools =
  "I was given no Bitbucket tools in this conversation, so I can only talk. Try again when the tools are reachable.";

/** What is still to be said where the beginning of the words was said before they were cut off. */
function restOf({ text, calls }: ModelStep, cutText: string): ModelStep {
  const rest = text.startsWith(cutText) ? text.slice(cutText.length) : text;
  // Words that were cut off at their very end are whole, and an answer must not be empty.
  return { text: rest.trim() === "" && calls.length === 0 ? "\n\nThat is all." : rest, calls };
}

/** Decides what the model does next. It follows from the conversation alone. */
export function nextStep(conversation: Conversation): ModelStep {
  const step = wholeStep(conversation);
  const cutText = conversation.turns.at(-1)?.cutText;
  return cutText === undefined ? step : restOf(step, cutText);
}

/** The first words of an answer to a message with files say what came. */
function wholeStep(conversation: Conversation): ModelStep {
  const turn = conversation.turns.at(-1);
  if (!turn || turn.files.length === 0 || turn.calls.length > 0) return plannedStep(conversation);
  const received = tellFiles(turn.files);
  const step = turn.userText.trim() ? plannedStep(conversation) : { text: "", calls: [] };
  return { ...step, text: [received, step.text].filter(Boolean).join("\n\n") };
}

function plannedStep({ turns, tools }: Conversation): ModelStep {
  const openQuestion = (request: PersonRequest): Question | undefined => {
    const halt = play(request, tools);
    return halt.type === "question" ? halt.question : undefined;
  };
  const request = findRequest(turns, openQuestion);
  if (request === undefined) return { text: "What can I do for you in Bitbucket?", calls: [] };
  const wantsTools = request.intent !== undefined && request.intent.kind in needs;
  if (wantsTools && !hasBitbucketTools(tools)) return { text: withoutTools, calls: [] };
  const halt = play(request, tools);
  return { text: halt.text, calls: halt.type === "calls" ? halt.calls : [] };
}
