import "server-only";
import type { ToolClass } from "@/lib/shared/action";
import type { EditedAction, EditForm } from "@/lib/shared/api";
import type { Said } from "@/lib/shared/error";
import type { Sentence } from "../../language/sentence.ts";
import { schemaComplaint } from "../agent/checked-schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { complaintAbout } from "../router/unwrap.ts";
import { quote, say } from "../say.ts";
import { type ActionRow, actionsOfRun, hashOfArguments, ownAction } from "./actions.ts";
import { canonicalJson } from "./canonical-json.ts";
import { fingerprint, fingerprintsOf, mayTakePlace, whereAsked } from "./fingerprint.ts";
import { isFixedArgument } from "./fixed-arguments.ts";
import { type InputSchema, inputSchemaOf } from "./input-schemas.ts";
import { changesInOtherVersions } from "./other-versions.ts";
import { placesReadInChat } from "./places.ts";
import { decideAction } from "./rule.ts";

/** An edit that may be carried out, with what its person has to know of it. */
export type CheckedEdit = {
  id: string;
  arguments: Record<string, unknown>;
  warnings: string[];
  said: Record<string, Said>;
};

/** Deletions are never edited: a person says yes to exactly what they were shown. */
export async function mayBeEdited(
  chatId: string,
  tool: string,
  toolClass: ToolClass,
): Promise<boolean> {
  return toolClass === "change" && (await inputSchemaOf(chatId, tool)) !== null;
}

const refuse = (message: Sentence, hint?: Sentence) =>
  new BranchlineError("invalid_arguments", message, { hint });

async function schemaFor(row: ActionRow): Promise<InputSchema> {
  const editable = row.state.status === "approval" && row.state.editable === true;
  const schema =
    editable && row.toolClass === "change" ? await inputSchemaOf(row.chatId, row.tool) : null;
  if (!schema) throw refuse(say("cannotBeEdited"), say("declineAndAsk"));
  return schema;
}

/** @throws BranchlineError `not_found` when the action is absent or somebody else's, `invalid_arguments` when it cannot be edited. */
export async function readEditForm(userId: string, actionId: string): Promise<EditForm> {
  const row = await ownAction(userId, actionId);
  if (row.state.status !== "approval") throw notFound("question");
  const schema = await schemaFor(row);
  const names = new Set([...Object.keys(row.arguments), ...Object.keys(schema.properties)]);
  const fixed = [...names].filter((name) => isFixedArgument(row.tool, name));
  return { arguments: row.arguments, schema, fixed };
}

const same = (left: unknown, right: unknown) =>
  canonicalJson(left ?? null) === canonicalJson(right ?? null);

/** A validator's sentence as a person reads it: `data/name must NOT be empty` is about “name”. */
function inWords(complaint: string): string {
  const named = complaint
    .replace(/\bdata\/([^\s,]+)/g, "“$1”")
    .replace(/\bdata\b/g, "What is sent")
    .replaceAll("must NOT", "must not");
  return `${named}.`;
}

/** What is wrong with edited arguments, or null. */
function complaint(row: ActionRow, edited: EditedAction["arguments"], schema: InputSchema) {
  const unreadable = complaintAbout(edited);
  if (unreadable) return refuse(unreadable);
  for (const name of new Set([...Object.keys(row.arguments), ...Object.keys(edited)])) {
    const known = Object.hasOwn(schema.properties, name) || Object.hasOwn(row.arguments, name);
    if (!known) return refuse(say("notTaken", name));
    if (isFixedArgument(row.tool, name) && !same(row.arguments[name], edited[name]))
      return refuse(say("fixedArgument", name), say("leaveAsIs"));
  }
  const wrong = schemaComplaint(schema, edited);
  return wrong === null ? null : refuse(quote(inWords(wrong)));
}

/** What else is done in the answer, or may be, when this approval is decided as its person wants. */
function othersThan(
  row: ActionRow,
  chosen: readonly EditableAction[],
  inRun: readonly ActionRow[],
) {
  const asDecided = inRun.flatMap((other) => {
    if (other.id === row.id || !mayTakePlace(other)) return [];
    if (other.approvalId !== row.approvalId || other.status !== "approval") return [other];
    const sibling = chosen.find((candidate) => candidate.row.id === other.id);
    return sibling ? [{ ...other, arguments: sibling.edit?.arguments ?? other.arguments }] : [];
  });
  return new Set(asDecided.flatMap(fingerprintsOf));
}

/** An action that its person says yes to, with what they made of it. */
type EditableAction = { row: ActionRow; edit: EditedAction | undefined };

/**
 * Checks what a person made of actions that they say yes to: against the tool's own schema, and by the rule for what a model
 * asks for. An edit that changes nothing is none.
 *
 * @throws BranchlineError `invalid_request` for an edit of something else, `invalid_arguments`.
 */
export async function checkEdits(
  chosen: readonly ActionRow[],
  edits: readonly EditedAction[],
): Promise<CheckedEdit[]> {
  const [first] = chosen;
  if (edits.some(({ actionId }) => chosen.every((row) => row.id !== actionId)))
    throw new BranchlineError("invalid_request", say("editOfNothing"));
  if (!first || edits.length === 0) return [];
  const actions = chosen.map((row): EditableAction => {
    const edit = edits.find(({ actionId }) => actionId === row.id);
    return { row, edit: edit && !same(row.arguments, edit.arguments) ? edit : undefined };
  });
  const inRun = await actionsOfRun(first.runId);
  const placesRead = await placesReadInChat(first.chatId);
  const others = await changesInOtherVersions(first);
  const elsewhere = new Set(others.flatMap(fingerprintsOf));
  const checked: CheckedEdit[] = [];
  for (const { row, edit } of actions) {
    if (!edit) continue;
    const error = complaint(row, edit.arguments, await schemaFor(row));
    if (error) throw error;
    const { id, tool, toolkit, toolClass } = row;
    const account = row.account ?? undefined;
    const planned = { tool, toolkit, account, arguments: edit.arguments };
    const askedBefore = whereAsked(fingerprint(planned), {
      here: othersThan(row, actions, inRun),
      elsewhere,
    });
    const verdict = decideAction(planned, toolClass, "ask", { placesRead, askedBefore });
    const { warnings, said } = verdict.kind === "ask" ? verdict : { warnings: [], said: {} };
    checked.push({ id, arguments: edit.arguments, warnings, said });
  }
  return checked;
}

/** What edited actions are written with. */
export function editedColumns(row: ActionRow, edit: CheckedEdit | undefined) {
  if (!edit) return {};
  return {
    arguments: edit.arguments,
    argumentsHash: hashOfArguments(edit.arguments),
    originalArguments: row.arguments,
  };
}
