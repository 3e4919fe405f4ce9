import "server-only";
import type { ToolClass } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import { errorViewOf } from "../../language/sentence.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import { say } from "../say.ts";
import { isKnownTool } from "./classify.ts";
import { deceptionsIn } from "./deceptive-text.ts";
import { foreignPlaces, placeOf, repositoryOf } from "./places.ts";

/** What happens to an action before anything of it is sent. */
export type Verdict =
  | { kind: "run" }
  | {
      kind: "ask";
      confirmation: string | undefined;
      warnings: string[];
      /** Whether its person may have its tool run unasked, and whether it may if they do. */
      allowable: boolean;
    }
  | { kind: "block"; error: ErrorView };

/** What came before an action in its chat. */
export type Circumstances = {
  /** Where text may flow from, as `placesReadInChat` says it. */
  placesRead: ReadonlySet<string>;
  /**
   * Where the very same action was asked for before: `here`, in this answer, and it may have been carried out or still be;
   * `elsewhere`, in a version of the chat that is not this one, and it was carried out or may have been.
   */
  askedBefore: "here" | "elsewhere" | null;
};

/** What the rule says of any change in a chat that is read-only. */
export const readOnlyError = errorViewOf(
  "read_only",
  say("readOnlyBlocked"),
  say("switchReadOnlyOffAndAsk"),
);

/** Only changes that we know, with nothing odd about them: never what cannot be taken back, never what nobody can judge. */
export function mayBeAllowed(
  tool: string,
  toolClass: ToolClass,
  warnings: readonly string[],
): boolean {
  return toolClass === "change" && isKnownTool(tool) && warnings.length === 0;
}

const beforeWarnings: Record<NonNullable<Circumstances["askedBefore"]>, string> = {
  here: "This is the same change as one before it in this answer.",
  elsewhere: "This was done already, in another version of this chat.",
};

function warningsFor(
  action: PlannedAction,
  toolClass: ToolClass,
  { placesRead, askedBefore }: Circumstances,
): string[] {
  const warnings: string[] = [];
  if (askedBefore) warnings.push(beforeWarnings[askedBefore]);
  if (toolClass === "delete") warnings.push("This cannot be undone.");
  const foreign = foreignPlaces(placesRead, action);
  if (foreign.length > 0) {
    const target = placeOf(action) ?? "another place";
    warnings.push(`This may carry text that was read from ${foreign.join(", ")} to ${target}.`);
  }
  return [...warnings, ...deceptionsIn(action.arguments)];
}

/** Reads run, changes ask, deletions ask; a read-only chat refuses both. */
export function decideAction(
  action: PlannedAction,
  toolClass: ToolClass,
  mode: ChatMode,
  circumstances: Circumstances,
): Verdict {
  if (toolClass === "read") return { kind: "run" };
  if (mode === "read-only") return { kind: "block", error: readOnlyError };
  const confirmation =
    action.tool === "BITBUCKET_DELETE_REPOSITORY" ? (repositoryOf(action) ?? "delete") : undefined;
  const warnings = warningsFor(action, toolClass, circumstances);
  const allowable = mayBeAllowed(action.tool, toolClass, warnings);
  return { kind: "ask", confirmation, warnings, allowable };
}
