import Link from "next/link";
import { CopyButton } from "@/components/results/parts/copy-button";
import { buttonClasses } from "@/components/ui/button";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import { AskButton } from "./ask-button";
import { accessRequest, retryRequest } from "./describe/requests";
import { toolkitName } from "./describe/toolkit-name";

const causes: ReadonlyMap<string, string> = new Map([
  ["bad_input", "Not accepted"],
  ["conflict", "In the way"],
  ["no_permission", "No permission"],
  ["not_connected", "Not connected"],
  ["not_found", "Not found"],
  ["provider_down", "Down"],
  ["rate_limited", "Too many requests"],
  ["removed", "Removed"],
  ["router_timeout", "No answer"],
  ["router_unreachable", "Out of reach"],
  ["signed_out", "Signed out"],
  ["tool_changed", "Tool changed"],
  ["toolkit_off", "Switched off"],
]);

/** What kind of failure it is, in a word or two; undefined where its sentence says all there is. */
export function causeOf({ code }: ErrorView): string | undefined {
  return causes.get(code);
}

/** Whose failure no repeating changes: the same again would end the same way. */
const lasting: ReadonlySet<string> = new Set([
  "bad_input",
  "no_permission",
  "removed",
  "repeated_call",
  "tool_changed",
]);

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={buttonClasses({ size: "small" })}>
      {children}
    </Link>
  );
}

/** What to do about an action that came to nothing, to press. A change is never repeated from here, unless it was never sent. */
export function NextStep({ action, error }: { action: ActionView; error: ErrorView }) {
  const { code } = error;
  const neverSent = action.state.status === "blocked" && code === "approval_expired";
  const again = neverSent || (action.toolClass === "read" && !lasting.has(code));
  const place = toolkitName(action.toolkit);
  return (
    <>
      {code === "signed_out" ? (
        <PageLink href="/connections">{`Reconnect ${place}`}</PageLink>
      ) : null}
      {code === "not_connected" ? (
        <PageLink href="/connections">{`Connect ${place}`}</PageLink>
      ) : null}
      {code === "tool_changed" ? <PageLink href="/tools">Look at what changed</PageLink> : null}
      {code === "no_permission" ? (
        <span className="-ml-2">
          <CopyButton label="Copy a request for access" text={() => accessRequest(action)} />
        </span>
      ) : null}
      {again ? (
        <AskButton text={retryRequest(action)}>{neverSent ? "Ask again" : "Try again"}</AskButton>
      ) : null}
    </>
  );
}
