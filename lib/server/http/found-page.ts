import "server-only";
import { notFound } from "next/navigation";
import { noteRefusal } from "../auth/refusals.ts";
import { isBranchlineError } from "../errors.ts";

/** For pages: what is absent or somebody else's leads to the page that says so; everything else is thrown on. */
export async function foundPage<Found>(userId: string, find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    await noteRefusal(userId, error);
    if (isBranchlineError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
