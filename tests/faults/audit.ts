import { canonicalJson } from "@/lib/server/policy/canonical-json";
import type { Exchange } from "./exchange";
import type { AuditRow, Person } from "./person";
import type { Services } from "./services";

/** What came of the changes that were asked for, counted. */
export type ChangeCounts = {
  /** Requests for a change that reached Bitbucket. */
  changesSent: number;
  /** What Bitbucket itself says it changed. */
  changesMade: number;
  /** Changes made more often than action rows say that they were, or may have been, made. */
  changesRunTwice: number;
  /** Changes for which there is no such row at all. */
  changesUnrecorded: number;
  /** Requests for a change that left us more often than there are such rows, whether or not they arrived. */
  changesSentTwice: number;
  /** Rows that say a change was made which Bitbucket knows nothing of. */
  changesOnlyClaimed: number;
};

/** The counts of a conversation with faults in it. */
export type Audit = ChangeCounts & {
  kills: number;
  /** Messages the server said it has, and has not. */
  messagesLost: number;
};

/** What every audit has to come to. */
export const faultless = {
  changesRunTwice: 0,
  changesUnrecorded: 0,
  changesSentTwice: 0,
  changesOnlyClaimed: 0,
  messagesLost: 0,
};

type Call = { tool: string; arguments: unknown };
type Counts = Map<string, number>;

function countedCalls(calls: readonly Call[]): Counts {
  const counts: Counts = new Map();
  for (const call of calls) {
    const key = canonicalJson([call.tool, call.arguments]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** By how many the first count is above the second, summed over the calls whose second count is as `applies` wants it. */
function excess(
  counts: Counts,
  allowed: Counts,
  applies = (_allowedCount: number) => true,
): number {
  return [...counts].reduce((sum, [key, count]) => {
    const limit = allowed.get(key) ?? 0;
    return applies(limit) ? sum + Math.max(0, count - limit) : sum;
  }, 0);
}

const isChange = ({ toolClass }: AuditRow) => toolClass !== "read";

/** Rows of actions that a request was, or may have been, sent for. */
const wasSent = ({ status }: AuditRow) =>
  status === "succeeded" || status === "failed" || status === "unknown";

/** Compares Bitbucket's own log of changes, and the requests on the wire, with the action rows. */
export function compareChanges(
  log: readonly Call[],
  exchanges: readonly Pick<Exchange, "tools" | "state">[],
  rows: readonly AuditRow[],
): ChangeCounts {
  const changes = rows.filter(isChange);
  const names = new Set([...log, ...changes].map(({ tool }) => tool));
  const requests = exchanges.flatMap(({ tools, state }) =>
    tools.filter(({ tool }) => names.has(tool)).map((call) => ({ ...call, state })),
  );
  const made = countedCalls(log);
  const recorded = countedCalls(changes.filter(wasSent));
  const claimed = countedCalls(changes.filter(({ status }) => status === "succeeded"));
  return {
    changesSent: requests.filter(({ state }) => state === "delivered").length,
    changesMade: log.length,
    changesRunTwice: excess(made, recorded, (rowCount) => rowCount > 0),
    changesUnrecorded: excess(made, recorded, (rowCount) => rowCount === 0),
    changesSentTwice: excess(countedCalls(requests), recorded),
    changesOnlyClaimed: excess(claimed, made),
  };
}

/** What an audit looks at. */
export type Audited = {
  person: Person;
  services: Services;
  /** Messages that the server said it has. */
  acknowledged: { chatId: string; id: string; text: string }[];
  /** How often a server was killed. */
  kills: number;
};

const written = (id: string, text: string) => `${id} ${text}`;

async function lostMessages({ person, acknowledged }: Audited, chatIds: string[]): Promise<number> {
  const chats = await Promise.all(chatIds.map((chatId) => person.chat(chatId)));
  const kept = new Set(
    chats.flatMap(({ messages }) =>
      messages.flatMap(({ id, parts }) =>
        parts.map((part) => (part.type === "text" ? written(id, part.text) : "")),
      ),
    ),
  );
  return acknowledged.filter(({ id, text }) => !kept.has(written(id, text))).length;
}

/** Audits everything that was said. */
export async function audit(stage: Audited): Promise<Audit> {
  const { network, changes } = stage.services;
  const chatIds = [...new Set(stage.acknowledged.map(({ chatId }) => chatId))];
  const trails = await Promise.all(chatIds.map((chatId) => stage.person.actions(chatId)));
  return {
    kills: stage.kills,
    ...compareChanges(await changes(), network.exchanges, trails.flat()),
    messagesLost: await lostMessages(stage, chatIds),
  };
}
