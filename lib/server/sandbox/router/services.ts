import type { Store } from "./store/store";
import type { Toolkit } from "./toolkit";

/** What every part of the router works with. */
export type RouterServices = {
  toolkit: Toolkit;
  store: Store;
  /** Handed to the toolkit, which keeps its own files there. */
  directory: string;
  apiKey: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How long COMPOSIO_WAIT_FOR_CONNECTIONS holds a call, in milliseconds. */
  waitLimit: number;
  /** Receives failures whose details a caller must not see. */
  reportError: (error: unknown) => void;
};
