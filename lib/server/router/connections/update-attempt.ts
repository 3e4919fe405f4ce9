import "server-only";
import type { UpdateAttempt } from "@/lib/shared/api";
import type { ConnectionView } from "@/lib/shared/connection";
import { moveAttempt, readAttempt, viewOfAttempt } from "./attempts.ts";
import { checkLinks, discardRevoked } from "./check-links.ts";

/** "Not now", "Check now" and "Get a new link". @throws BranchlineError `not_found` and the router's errors. */
export async function updateAttempt(
  userId: string,
  id: string,
  { action }: UpdateAttempt,
): Promise<ConnectionView> {
  const attempt = await readAttempt(userId, id);
  switch (action) {
    case "check":
      await checkLinks(userId);
      return viewOfAttempt(await readAttempt(userId, id));
    case "decline": {
      const declined = await moveAttempt(
        attempt,
        ["needed", "opened", "waiting", "failed", "expired"],
        { status: "declined" },
      );
      await discardRevoked(userId);
      return viewOfAttempt(declined);
    }
    case "renew":
      return viewOfAttempt(await moveAttempt(attempt, ["failed", "expired"], { status: "needed" }));
  }
}
