import "server-only";
import { environment } from "../environment.ts";
import { clientAddress } from "../http/client-address.ts";
import { say } from "../say.ts";
import { LocalWindows } from "./local-window.ts";
import { countUse, type Limit } from "./rate-limit.ts";
import { tooMany } from "./too-many.ts";

const windowSeconds = 60;

// On the global object, because a bundler may load this module twice.
const readsKey = Symbol.for("branchline.reads");
const holder = globalThis as { [readsKey]?: LocalWindows };

function limitReads(limits: readonly Limit[]): number | null {
  holder[readsKey] ??= new LocalWindows();
  const reads = holder[readsKey];
  const waits = limits.map(({ key, most, seconds }) => reads.countUse(key, most, seconds) ?? 0);
  return Math.max(...waits) || null;
}

/**
 * Counts a call of the API, for its address and for its user. Calls that change something are counted in the database, so that
 * nothing changes that was not counted; reading goes on when nothing can be written.
 *
 * @throws BranchlineError `too_many_requests`; or with status 503 when it could not be counted.
 */
export async function limitRequest(request: Request, userId: string | null): Promise<void> {
  const { user, address } = environment().limits.requestsPerMinute;
  const reads = request.method === "GET" || request.method === "HEAD";
  const kind = reads ? "read" : "change";
  const seconds = windowSeconds;
  const limits: Limit[] = [
    { key: `${kind}:address:${clientAddress(request)}`, most: address, seconds },
    ...(userId ? [{ key: `${kind}:user:${userId}`, most: user, seconds }] : []),
  ];
  const endsIn = reads ? limitReads(limits) : (await countUse(limits))?.endsIn;
  if (endsIn) throw tooMany("requests", say("tooManyRequests"), endsIn);
}
