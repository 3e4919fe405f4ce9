import type { ErrorView } from "@/lib/shared/error";
import { type SearchHit, type SearchPage, searchLengthLimit } from "@/lib/shared/search";
import { errorView, requestJson } from "./request";

export type SearchState =
  | { status: "empty" }
  /** `hits` are those of what was typed before. */
  | { status: "searching"; hits: SearchHit[] }
  | { status: "found"; hits: SearchHit[]; nextCursor: string | null }
  | { status: "loading-more"; hits: SearchHit[] }
  /** What could not be read is read by {@link ChatSearch.again}. */
  | { status: "failed"; hits: SearchHit[]; cursor: string | null; error: ErrorView };

export const hitsOf = (state: SearchState): SearchHit[] =>
  state.status === "empty" ? [] : state.hits;

async function readPage(query: string, cursor: string | null, signal: AbortSignal) {
  const parameters = new URLSearchParams({ query, ...(cursor === null ? {} : { cursor }) });
  return requestJson(`/api/search?${parameters}`, "searchPage", { signal });
}

/** A page with hits on it, or the last one: those without are passed over. */
async function readHits(
  query: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<SearchPage> {
  let page = await readPage(query, cursor, signal);
  while (page.hits.length === 0 && page.nextCursor !== null)
    page = await readPage(query, page.nextCursor, signal);
  return page;
}

/** What a person looks for, as they type it: only the last of it is answered. */
export class ChatSearch {
  readonly #listeners = new Set<() => void>();
  #state: SearchState = { status: "empty" };
  #query = "";
  #asking = new AbortController();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): SearchState => this.#state;

  /** Looks for something else; what is being looked for is given up. */
  look(typed: string): Promise<void> {
    const query = typed.trim().slice(0, searchLengthLimit);
    if (query === this.#query) return Promise.resolve();
    this.#query = query;
    if (query !== "")
      return this.#read([], null, { status: "searching", hits: hitsOf(this.#state) });
    this.dispose();
    this.#set({ status: "empty" });
    return Promise.resolve();
  }

  /** Reads the next page, if there is one. */
  async more(): Promise<void> {
    const { status } = this.#state;
    if (status !== "found" || this.#state.nextCursor === null) return;
    const { hits, nextCursor } = this.#state;
    await this.#read(hits, nextCursor, { status: "loading-more", hits });
  }

  /** Reads what could not be read. */
  async again(): Promise<void> {
    if (this.#state.status !== "failed") return;
    const { hits, cursor } = this.#state;
    const status = cursor === null ? "searching" : "loading-more";
    await this.#read(cursor === null ? [] : hits, cursor, { status, hits });
  }

  dispose(): void {
    this.#asking.abort();
  }

  async #read(before: SearchHit[], cursor: string | null, meanwhile: SearchState): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#set(meanwhile);
    try {
      const { hits, nextCursor } = await readHits(this.#query, cursor, signal);
      if (!signal.aborted) this.#set({ status: "found", hits: [...before, ...hits], nextCursor });
    } catch (error) {
      if (signal.aborted) return;
      this.#set({ status: "failed", hits: before, cursor, error: errorView(error) });
    }
  }

  #set(state: SearchState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
