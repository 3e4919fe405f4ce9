import { z } from "zod";

/** Held as long as a tab stands as it says. */
const prefix = "branchline.tab/";
const leaderLock = "branchline.notifier";
const channelName = "branchline-notifications";

/** A tab of this browser: whether it is in sight, and which page it shows. */
type Tab = { id: string; visible: boolean; path: string };

const tabSchema = z.object({ id: z.string(), visible: z.boolean(), path: z.string() });
const orderSchema = z.object({
  to: z.string(),
  event: z.object({ kind: z.enum(["ended", "waiting"]), chatId: z.string(), title: z.string() }),
});
type Order = z.infer<typeof orderSchema>;

/** Holds a lock until the returned function is called, or the tab goes. `onHeld` comes when it is held. */
function hold(name: string, onHeld: () => void = () => undefined): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const waiting = new AbortController();
  navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      onHeld();
      return promise;
    })
    .catch(() => undefined);
  return () => {
    waiting.abort();
    resolve();
  };
}

/** Lets the other tabs know how this one stands, until the returned function is called. */
export const present = (tab: Tab): (() => void) => hold(prefix + JSON.stringify(tab));

/** Calls back when this tab is the one that watches for all: there is one in a browser, and when it goes another. */
export const becomeWatcher = (onChosen: () => void): (() => void) => hold(leaderLock, onChosen);

function parseTab(name: string | undefined): Tab[] {
  if (!name?.startsWith(prefix)) return [];
  const { data } = tabSchema.safeParse(JSON.parse(name.slice(prefix.length)));
  return data ? [data] : [];
}

/** All that are there now. */
export async function allTabs(): Promise<Tab[]> {
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name }) => parseTab(name));
}

/** Has one tab, which may be this one, tell its person of something. */
export function sendOrder(order: Order): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(order);
  channel.close();
}

/** Calls back with what this tab is to tell its person of, until the returned function is called. */
export function hearOrders(id: string, onOrder: (event: Order["event"]) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }) => {
    const order = orderSchema.safeParse(data).data;
    if (order?.to === id) onOrder(order.event);
  });
  return () => channel.close();
}
