import type { ConnectionState, ConnectionView } from "@/lib/shared/connection";
import { toolkitName } from "../describe/toolkit-name";

type Cause = Extract<ConnectionState, { status: "failed" }>["cause"];

function failureHeadline(name: string, cause: Cause): string {
  switch (cause) {
    case "refused":
      return `${name} said no`;
    case "not-configured":
      return `${name} is not set up on this server`;
    case "unreachable":
      return "The connection service cannot be reached";
    case undefined:
      return `${name} could not be connected`;
  }
}

/** Where an attempt stands, in one sentence for everybody; no account is named in it. */
export function connectHeadline({ toolkit, state }: ConnectionView): string {
  const name = toolkitName(toolkit);
  switch (state.status) {
    case "needed":
      return `${state.lost ? "Reconnect" : "Connect"} ${name} to continue`;
    case "opened":
      return "Finish signing in in the other tab";
    case "waiting":
      return `Finish in the tab that ${name} opened`;
    case "connected":
      return `Connected to ${name}`;
    case "failed":
      return failureHeadline(name, state.cause);
    case "expired":
      return "This link is no longer valid";
    case "declined":
      return `Not now: ${name} was not connected`;
  }
}

/** The same for a reader of a copy, who has nothing to do with it. */
export function sharedHeadline({ toolkit, state }: ConnectionView): string {
  const name = toolkitName(toolkit);
  switch (state.status) {
    case "connected":
      return `Connected ${name}`;
    case "needed":
    case "opened":
    case "waiting":
      return `Waiting for ${name} to be connected`;
    case "failed":
    case "expired":
    case "declined":
      return `${name} was not connected`;
  }
}
