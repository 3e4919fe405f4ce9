import "server-only";
import { randomUUID } from "node:crypto";
import type { TokenCounts } from "@/lib/shared/usage";
import { database } from "../database/connection.ts";
import { modelUsage } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { tokenAllowance } from "../limits/tokens.ts";
import { log } from "../log.ts";
import { costOf } from "./prices.ts";

/** What a model used to answer once; `estimated` when it was cut off before its provider said so. */
export type Used = TokenCounts & { estimated: boolean };

/** Stands between the app and a model: asked before, and told after. */
export type Meter = {
  /** @throws BranchlineError `token_limit`, or with status 503 when that cannot be known. */
  check(): Promise<void>;
  /** Counts towards the person's limit, and writes down what it was for. @throws BranchlineError with status 503 */
  spend(used: Used): Promise<void>;
};

type Purpose = {
  userId: string;
  chatId: string;
  /** The answer; null for a title. */
  messageId: string | null;
  model: string;
};

async function writeDown(purpose: Purpose, used: Used): Promise<void> {
  const price = environment().model.prices.get(purpose.model);
  await (await database()).insert(modelUsage).values({
    id: randomUUID(),
    ...purpose,
    ...used,
    // At today's price: what something has cost does not change with the price.
    cost: price ? costOf(used, price) : null,
  });
}

/** The meter for what one model does for one person. */
export function modelMeter(purpose: Purpose): Meter {
  const allowance = tokenAllowance(purpose.userId);
  return {
    check: allowance.check,
    async spend(used) {
      await allowance.spend(used.input + used.output);
      // Only a limit must not be missed: an answer is not lost because of what is told about it.
      await writeDown(purpose, used).catch((error: unknown) =>
        log.error("usage.not_written", error, { chat: purpose.chatId }),
      );
    },
  };
}
