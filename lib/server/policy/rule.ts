import "server-only";
import type { ToolClass } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { ErrorView } from "@/lib/shared/error";
import type { PlannedAction } from "../router/unwrap.ts";

/** What happens to an action before anything of it is sent. */
export type Verdict =
  | { kind: "run" }
  | { kind: "ask"; confirmation: string | undefined; warnings: string[] }
  | { kind: "block"; error: ErrorView };

/** `workspace/repository` of an action's arguments, or undefined when it is about something else. */
export function repositoryOf(action: Pick<PlannedAction, "arguments">): string | undefined {
  const { workspace, repo_slug: repository } = action.arguments;
  return typeof workspace === "string" && typeof repository === "string"
    ? `${workspace}/${repository}`
    : undefined;
}

/** What came before an action in the same answer. */
export type Circumstances = {
  /** What was read earlier, as `workspace/repository`: text may flow from there. */
  repositoriesRead: ReadonlySet<string>;
  /** The very same action was asked for before, and may have been carried out or still be. */
  repeated: boolean;
};

function warningsFor(
  action: PlannedAction,
  toolClass: ToolClass,
  { repositoriesRead, repeated }: Circumstances,
): string[] {
  const warnings: string[] = [];
  if (repeated) warnings.push("This is the same change as one before it in this answer.");
  if (toolClass === "delete") warnings.push("This cannot be undone.");
  const target = repositoryOf(action);
  const others = [...repositoriesRead].filter((repository) => repository !== target);
  if (others.length > 0) {
    warnings.push(
      `This may carry text that was read from ${others.join(", ")} to ${target ?? "another place"}.`,
    );
  }
  return warnings;
}

/** Reads run, changes ask, deletions ask; a read-only chat refuses both. */
export function decideAction(
  action: PlannedAction,
  toolClass: ToolClass,
  mode: ChatMode,
  circumstances: Circumstances,
): Verdict {
  if (toolClass === "read") return { kind: "run" };
  if (mode === "read-only") {
    return {
      kind: "block",
      error: {
        code: "read_only",
        message: "This chat is read-only, so nothing was changed.",
        hint: "Switch read-only off below the message box and ask again.",
      },
    };
  }
  const confirmation =
    action.tool === "BITBUCKET_DELETE_REPOSITORY" ? (repositoryOf(action) ?? "delete") : undefined;
  return { kind: "ask", confirmation, warnings: warningsFor(action, toolClass, circumstances) };
}
