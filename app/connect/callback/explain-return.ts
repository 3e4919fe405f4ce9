import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { translateError } from "@/lib/language/error-text";
import type { Words } from "@/lib/language/words";
import type { Return } from "@/lib/server/router/connections/return-from-consent";
import type { ConnectionState, ConnectionView } from "@/lib/shared/connection";

type Explanation = { title: string; text: string };

function reasonOf(state: Extract<ConnectionState, { status: "failed" }>, words: Words): string {
  const { reason, said } = state;
  const error = { message: reason, ...(said ? { said: { message: said } } : {}) };
  return translateError(error, words).message;
}

function explainAttempt(
  { state, toolkit }: ConnectionView,
  onwards: string,
  words: Words,
): Explanation {
  const text = words.connections.outcome;
  const name = toolkitName(toolkit);
  switch (state.status) {
    case "connected":
      return {
        title: state.account ? text.connectedAs(state.account) : text.connectedTo(name),
        text: onwards,
      };
    case "failed":
      return { title: text.failed(name), text: reasonOf(state, words) };
    case "expired":
      return text.expired;
    case "declined":
      return { title: text.declined.title, text: text.declined.text(name) };
    case "needed":
    case "opened":
    case "waiting":
      return { title: text.unfinished.title, text: text.unfinished.text(name) };
  }
}

/** What to tell a browser that came back from a sign-in page. `onwards` is said once an account is connected. */
export function explainReturn(
  outcome: Exclude<Return, { kind: "own" }> | { kind: "own"; connection: ConnectionView },
  onwards: string,
  words: Words,
): Explanation {
  const text = words.connections.outcome;
  switch (outcome.kind) {
    case "own":
      return explainAttempt(outcome.connection, onwards, words);
    case "unknown":
      return text.notYours;
    case "foreign":
      return outcome.samePerson
        ? text.otherBrowser
        : { title: text.notYours.title, text: text.otherPerson };
  }
}
