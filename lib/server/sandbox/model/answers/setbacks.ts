import type { Finding, Outcome } from "../planner/outcome";

type Setback = Exclude<Outcome, { status: "succeeded" }>;

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function failed(setback: Extract<Setback, { status: "failed" }>, wish: string): string {
  const message = sentence(setback.message);
  const hint = setback.hint ? ` ${sentence(setback.hint)}` : "";
  switch (setback.httpStatus) {
    case 401:
      return `I could not ${wish}: Bitbucket no longer accepts the connected account. Connect it again and ask me once more.`;
    case 403:
      return `I could not ${wish}: the connected account is not allowed to. Bitbucket says: ${message}${hint}`;
    case 404:
      return `I could not ${wish}. Bitbucket says: ${message}${/tracker/i.test(message) ? "" : " Check the name, or whether the connected account may see it."}`;
    case 410:
      return `I could not ${wish}: Bitbucket has removed this feature. It says: ${message} Connecting again will not help; issues, for one, live on in Jira.`;
    case 429:
      return `I could not ${wish}: Bitbucket asks for a pause. Try again in a minute.`;
    default:
      return `I could not ${wish}: ${message}${hint}`;
  }
}

/** What a look told, as a sentence of its own. */
export function tellFinding({ verdict, seen }: Finding): string {
  switch (verdict) {
    case "done":
      return `I looked: it **went through** – ${sentence(seen)}`;
    case "not done":
      return `I looked: it did **not** go through – ${sentence(seen)}`;
    case "unclear":
      return `I looked, but cannot tell: ${sentence(seen)}`;
  }
}

function unanswered(finding: Finding | undefined, wish: string): string {
  const tried = `I tried to ${wish}, but no answer came back.`;
  const unsent = "I will not send it a second time by myself.";
  switch (finding?.verdict) {
    case "done":
      return `${tried} ${tellFinding(finding)}`;
    case "not done":
      return `${tried} ${tellFinding(finding)} ${unsent} Ask again if you still want it.`;
    case "unclear":
      return `${tried} It **may have gone through**. ${tellFinding(finding)} ${unsent}`;
    case undefined:
      return `${tried} It **may have gone through**: check in Bitbucket before you ask again. ${unsent}`;
  }
}

/**
 * What to tell a person about an action that did not simply succeed.
 *
 * @param wish what was wanted, to follow "could not": "create the branch `x`"
 */
export function explainSetback(setback: Setback, wish: string): string {
  switch (setback.status) {
    case "denied":
      return `You said no, so I did not ${wish}.${setback.reason ? " I noted your reason." : ""} Tell me if you want it done differently.`;
    case "blocked":
      return /read[- ]only/i.test(setback.message) || setback.message === ""
        ? `This chat is read-only, so I did not ${wish}. Switch read-only off and ask me again.`
        : `I was not allowed to ${wish}: ${sentence(setback.message)}`;
    case "cancelled":
      return `That was stopped before I could ${wish}. Say “continue” to go on.`;
    case "unknown":
      return unanswered(setback.finding, wish);
    case "disconnected":
      return `I could not ${wish}, because no Bitbucket account is connected. Connect one and say “continue”.`;
    case "unconnected":
      return `All right, Bitbucket stays unconnected. Without a connected Bitbucket account I cannot ${wish}. Say “continue” when you want to connect it.`;
    case "unreadable":
      return `I sent the request to ${wish} earlier in this conversation and will not repeat it by myself. Ask again in full if you want it once more.`;
    case "failed":
      return failed(setback, wish);
  }
}
