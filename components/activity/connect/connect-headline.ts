import type { Words } from "@/lib/language/words";
import type { ConnectionState, ConnectionView } from "@/lib/shared/connection";
import { toolkitName } from "../describe/toolkit-name";

type Cause = Extract<ConnectionState, { status: "failed" }>["cause"];

function failureHeadline(name: string, cause: Cause, { headline }: Words["connect"]): string {
  switch (cause) {
    case "refused":
      return headline.refused(name);
    case "not-configured":
      return headline.notConfigured(name);
    case "unreachable":
      return headline.unreachable;
    case undefined:
      return headline.failed(name);
  }
}

/** Where an attempt stands, in one sentence for everybody; no account is named in it. */
export function connectHeadline(
  { toolkit, state }: ConnectionView,
  words: Words["connect"],
): string {
  const name = toolkitName(toolkit);
  const { headline } = words;
  switch (state.status) {
    case "needed":
      return state.lost ? headline.lost(name) : headline.needed(name);
    case "opened":
      return headline.opened;
    case "waiting":
      return headline.waiting(name);
    case "connected":
      return headline.connected(name);
    case "failed":
      return failureHeadline(name, state.cause, words);
    case "expired":
      return headline.expired;
    case "declined":
      return headline.declined(name);
  }
}

/** The same for a reader of a copy, who has nothing to do with it. */
export function sharedHeadline(
  { toolkit, state }: ConnectionView,
  { shared }: Words["connect"],
): string {
  const name = toolkitName(toolkit);
  switch (state.status) {
    case "connected":
      return shared.connected(name);
    case "needed":
    case "opened":
    case "waiting":
      return shared.waiting(name);
    case "failed":
    case "expired":
    case "declined":
      return shared.ended(name);
  }
}
