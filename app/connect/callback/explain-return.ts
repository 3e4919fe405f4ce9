import { toolkitName } from "@/components/activity/describe/toolkit-name";
import type { Return } from "@/lib/server/router/connections/return-from-consent";
import type { ConnectionView } from "@/lib/shared/connection";

type Explanation = { title: string; text: string };

function explainAttempt({ state, toolkit }: ConnectionView, onwards: string): Explanation {
  const name = toolkitName(toolkit);
  switch (state.status) {
    case "connected":
      return {
        title: state.account ? `Connected as ${state.account}` : `Connected to ${name}`,
        text: onwards,
      };
    case "failed":
      return { title: `${name} was not connected`, text: state.reason };
    case "expired":
      return {
        title: "This link is no longer valid",
        text: "Nothing was connected. Go back and get a new one.",
      };
    case "declined":
      return { title: "Not connected", text: `You chose not to connect ${name} now.` };
    case "needed":
    case "opened":
    case "waiting":
      return {
        title: "Not connected yet",
        text: `Finish in the tab that ${name} opened last.`,
      };
  }
}

/** What to tell a browser that came back from a sign-in page. `onwards` is said once an account is connected. */
export function explainReturn(
  outcome: Exclude<Return, { kind: "own" }> | { kind: "own"; connection: ConnectionView },
  onwards: string,
): Explanation {
  switch (outcome.kind) {
    case "own":
      return explainAttempt(outcome.connection, onwards);
    case "unknown":
      return {
        title: "This link is not yours",
        text: "It was made for somebody else, or used already. Nothing was connected.",
      };
    case "foreign":
      return outcome.samePerson
        ? {
            title: "This is not the browser you started in",
            text: "Nothing was connected. Start again, and sign in in the browser you start in.",
          }
        : {
            title: "This link is not yours",
            text: "Somebody else started this connection, so nothing was connected: what you allowed was thrown away. If somebody sent you the link, they may have been after your account. To be sure, take the access back in the settings of the account you signed in with.",
          };
  }
}
