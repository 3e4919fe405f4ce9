import "server-only";
import type { UpdateAttempt } from "@/lib/shared/api";
import type { ConnectionView } from "@/lib/shared/connection";
import { moveAttempt, readAttempt, viewOfAttempt } from "./attempts.ts";
import { checkAttempt } from "./check-attempt.ts";

/** "Not now", "Check now" and "Get a new link". @throws BranchlineError `not_found` and the router's errors. */
export async function updateAttempt(
  userId: string,
  id: string,
  { action }: UpdateAttempt,
): Promise<ConnectionView> {
  const attempt = await readAttempt(userId, id);
  switch (action) {
    case "check":
      return viewOfAttempt(await checkAttempt(attempt));
    case "decline":
      return viewOfAttempt(
        await moveAttempt(attempt, ["needed", "opened", "waiting", "failed", "expired"], {
          status: "declined",
        }),
      );
    case "renew":
      return viewOfAttempt(await moveAttempt(attempt, ["failed", "expired"], { status: "needed" }));
  }
}
