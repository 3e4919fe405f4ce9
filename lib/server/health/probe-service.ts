import "server-only";

/** Whether a service can be reached, and why not; nothing of an address or a key is in it. */
export type Reach =
  | { status: "ready" }
  | { status: "failing"; cause: "unreachable" | "timeout" | "unavailable" };

/** Milliseconds a service has to answer in. A probe of an orchestrator waits for this, too. */
const answerLimit = 2_000;

/** What gateways answer for a service that is away. Everything else comes from the service itself, a refusal as well. */
const awayStatuses = new Set([502, 503, 504]);

/** Asks a service for its headers, without a key: whether one is good costs a request that is counted. */
export async function probeService(address: string, limit = answerLimit): Promise<Reach> {
  try {
    const { status } = await fetch(address, {
      method: "HEAD",
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(limit),
    });
    return awayStatuses.has(status)
      ? { status: "failing", cause: "unavailable" }
      : { status: "ready" };
  } catch (error) {
    const silent = error instanceof DOMException && error.name === "TimeoutError";
    return { status: "failing", cause: silent ? "timeout" : "unreachable" };
  }
}

/** Milliseconds an answer counts: many that ask in that time cost the service one request. */
const freshFor = 15_000;

type Known = { reach: Reach; at: number };

/** What is known of one service; asked at most once in 15 seconds, and by one at a time, however many want to know. */
export class ServiceProbe {
  readonly #probe: () => Promise<Reach>;
  readonly #now: () => number;
  #known: Known | undefined;
  #asking: Promise<Reach> | undefined;

  /** @param now a clock in milliseconds that nobody can set back */
  constructor(probe: () => Promise<Reach>, now = () => performance.now()) {
    this.#probe = probe;
    this.#now = now;
  }

  /** What is known is answered at once, also while it is asked anew. */
  async reach(): Promise<Reach> {
    const known = this.#known;
    if (known && this.#now() - known.at < freshFor) return known.reach;
    this.#asking ??= this.#ask();
    return known?.reach ?? this.#asking;
  }

  async #ask(): Promise<Reach> {
    const reach = await this.#probe();
    this.#known = { reach, at: this.#now() };
    this.#asking = undefined;
    return reach;
  }
}
