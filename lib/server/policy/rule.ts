import "server-only";
import type { ToolClass } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { ErrorView, Said } from "@/lib/shared/error";
import { errorViewOf, type Sentence } from "../../language/sentence.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import { say } from "../say.ts";
import { isKnownTool } from "./classify.ts";
import { deceptionsIn } from "./deceptive-text.ts";
import { foreignPlaces, placeOf, repositoryOf } from "./places.ts";
import { storedWarnings, warn } from "./warning.ts";

/** What happens to an action before anything of it is sent. */
export type Verdict =
  | { kind: "run" }
  | {
      kind: "ask";
      confirmation: string | undefined;
      warnings: string[];
      /** How each warning is found in other languages. */
      said: Record<string, Said>;
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

const beforeWarnings: Record<NonNullable<Circumstances["askedBefore"]>, Sentence> = {
  here: warn("repeatedHere"),
  elsewhere: warn("doneElsewhere"),
};

function warningsFor(
  action: PlannedAction,
  toolClass: ToolClass,
  { placesRead, askedBefore }: Circumstances,
): Sentence[] {
  const warnings: Sentence[] = [];
  if (askedBefore) warnings.push(beforeWarnings[askedBefore]);
  if (toolClass === "delete") warnings.push(warn("notUndoable"));
  const foreign = foreignPlaces(placesRead, action);
  if (foreign.length > 0) {
    const from = foreign.join(", ");
    const target = placeOf(action);
    warnings.push(target ? warn("carriesText", from, target) : warn("carriesTextAway", from));
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
  const { warnings, said } = storedWarnings(warningsFor(action, toolClass, circumstances));
  const allowable = mayBeAllowed(action.tool, toolClass, warnings);
  return { kind: "ask", confirmation, warnings, said, allowable };
}
