import "server-only";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** The models a chat may be answered by; the first is the one it is without a choice. */
export function offeredModels(): readonly [string, ...string[]] {
  return environment().model.names;
}

/** The model for a chat: the one that was chosen while it is still offered, else the first. */
export function modelFor(chosen: string | null): string {
  const offered = offeredModels();
  return chosen !== null && offered.includes(chosen) ? chosen : offered[0];
}

/** Whether a model can look at pictures. */
export function readsImages(name: string): boolean {
  return !environment().model.textOnly.includes(name);
}

/** @throws BranchlineError `invalid_request` for a model that is not offered. */
export function checkModel(name: string | undefined): void {
  if (name !== undefined && !offeredModels().includes(name))
    throw new BranchlineError("invalid_request", say("modelNotOffered"), {
      hint: say("chooseAnother"),
    });
}
