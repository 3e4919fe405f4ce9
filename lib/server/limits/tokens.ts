import "server-only";
import { BranchlineError } from "../errors.ts";
import { limitsInForce } from "../policy/in-force.ts";
import { say } from "../say.ts";
import { countUse, readUsed } from "./rate-limit.ts";
import { noteReached } from "./too-many.ts";

const daySeconds = 24 * 60 * 60;

/** What a user may still ask of the model. Without a limit, nothing is counted. */
export type TokenAllowance = {
  /** @throws BranchlineError `token_limit`, saying when it ends; or with status 503 when that cannot be known. */
  check(): Promise<void>;
  /** @throws BranchlineError with status 503 when it could not be written down. */
  spend(tokens: number): Promise<void>;
};

function usedUp(endsIn: number): BranchlineError {
  const moment = new Date(Date.now() + endsIn * 1_000).toISOString();
  noteReached("tokens");
  return new BranchlineError("token_limit", say("tokensUsedUp"), {
    hint: say("goesOnAfter", moment),
    retryAfter: endsIn,
  });
}

/**
 * The allowance of one user: a number of tokens in the 24 hours that begin with the first of them. What a step uses is known at
 * its end, so answers that are written at once may go past it by one step each.
 */
export function tokenAllowance(userId: string): TokenAllowance {
  const key = `tokens:user:${userId}`;
  return {
    async check() {
      const { tokensPerDay: most } = await limitsInForce();
      if (most === undefined) return;
      const window = await readUsed(key);
      if (window && window.used >= most) throw usedUp(window.endsIn);
    },
    async spend(tokens) {
      const { tokensPerDay: most } = await limitsInForce();
      if (most !== undefined && tokens > 0)
        await countUse([{ key, most, seconds: daySeconds }], Math.ceil(tokens));
    },
  };
}
