import "server-only";
import type { Database } from "../database/connection.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { knownPolicy } from "../policy/known-policy.ts";
import { say } from "../say.ts";

/**
 * The models a chat may be answered by; the first is the one it is without a choice. Administrators choose among those of the
 * settings; when the settings have none of theirs any more, all of them are offered again.
 */
export async function offeredModels(storage?: Database): Promise<readonly [string, ...string[]]> {
  const { names } = environment().model;
  const { models } = await knownPolicy(storage);
  const [first, ...others] = names.filter((name) => !models || models.includes(name));
  return first === undefined ? names : [first, ...others];
}

/** The model for a chat: the one that was chosen while it is still offered, else the first. */
export async function modelFor(chosen: string | null, storage?: Database): Promise<string> {
  const offered = await offeredModels(storage);
  return chosen !== null && offered.includes(chosen) ? chosen : offered[0];
}

/** Whether a model can look at pictures. */
export function readsImages(name: string): boolean {
  return !environment().model.textOnly.includes(name);
}

/** @throws BranchlineError `invalid_request` for a model that is not offered. */
export async function checkModel(name: string | undefined): Promise<void> {
  if (name !== undefined && !(await offeredModels()).includes(name))
    throw new BranchlineError("invalid_request", say("modelNotOffered"), {
      hint: say("chooseAnother"),
    });
}
