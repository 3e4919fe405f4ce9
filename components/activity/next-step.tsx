import Link from "next/link";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { buttonClasses } from "@/components/ui/button";
import type { Words } from "@/lib/language/words";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import { AskButton } from "./ask-button";
import { accessRequest, retryRequest } from "./describe/requests";
import { toolkitName } from "./describe/toolkit-name";

type OutcomeWords = Words["activity"]["outcomes"];

/** What kind of failure it is, in a word or two; undefined where its sentence says all there is. */
export function causeOf({ code }: ErrorView, { causes }: OutcomeWords): string | undefined {
  return new Map(Object.entries(causes)).get(code);
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
  const words = useWords("activity").outcomes;
  const actionWords = useWords("actions");
  const { tryAgain } = useWords("common");
  const neverSent = action.state.status === "blocked" && code === "approval_expired";
  const again = neverSent || (action.toolClass === "read" && !lasting.has(code));
  const place = toolkitName(action.toolkit);
  return (
    <>
      {code === "signed_out" ? (
        <PageLink href="/connections">{words.reconnect(place)}</PageLink>
      ) : null}
      {code === "not_connected" ? (
        <PageLink href="/connections">{words.connect(place)}</PageLink>
      ) : null}
      {code === "tool_changed" ? <PageLink href="/tools">{words.lookAtChanges}</PageLink> : null}
      {code === "no_permission" ? (
        <span className="-ml-2">
          <CopyButton
            label={words.copyAccessRequest}
            text={() => accessRequest(action, actionWords)}
          />
        </span>
      ) : null}
      {again ? (
        <AskButton text={retryRequest(action, actionWords)}>
          {neverSent ? words.askAgain : tryAgain}
        </AskButton>
      ) : null}
    </>
  );
}
