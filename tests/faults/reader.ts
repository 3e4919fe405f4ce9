import { z } from "zod";
import { actionViewSchema } from "@/lib/shared/action";
import { connectionViewSchema } from "@/lib/shared/connection";
import type { StoredChat } from "./person";

const chunkSchema = z.looseObject({ type: z.string() });
type Chunk = z.infer<typeof chunkSchema>;

const waitingSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("data-action"), data: actionViewSchema }),
  z.object({ type: z.literal("data-connection"), data: connectionViewSchema }),
]);

/** The action or connection that a chunk shows. */
export const shownBy = (chunk: Chunk) => waitingSchema.safeParse(chunk).data;

/** Somebody who watches an answer being written, and remembers every chunk that came. */
export class Reader {
  readonly chunks: Chunk[] = [];
  /** Resolves when the connection is over, however it ended. */
  readonly over: Promise<void>;
  readonly #listeners = new Set<() => void>();

  constructor(response: Response, onChunk: (chunk: Chunk) => void = () => {}) {
    this.over = this.#read(response, onChunk);
  }

  /** What `find` finds first, once it has come. Rejects when the answer is over without it. */
  until<Found>(find: (chunk: Chunk) => Found | undefined): Promise<Found> {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    let next = 0;
    const look = () => {
      for (; next < this.chunks.length; next += 1) {
        const chunk = this.chunks[next];
        const found = chunk && find(chunk);
        if (found !== undefined) resolve(found);
      }
    };
    this.#listeners.add(look);
    look();
    void this.over.then(() => reject(new Error("The answer was over before this came.")));
    return promise.finally(() => this.#listeners.delete(look));
  }

  /** The first chunk of a type, once it has come. */
  untilChunk(type: string): Promise<Chunk> {
    return this.until((chunk) => (chunk.type === type ? chunk : undefined));
  }

  /** The id of the approval that the answer comes to wait for, other than `earlier`. */
  untilApproval(earlier?: string): Promise<string> {
    return this.until((chunk) => {
      const { state } = shownBy(chunk)?.data ?? {};
      return state?.status === "approval" && state.approvalId !== earlier
        ? state.approvalId
        : undefined;
    });
  }

  /** The id of the connection that the answer comes to wait for. */
  untilConnection(): Promise<string> {
    return this.until((chunk) => {
      const { id, state } = shownBy(chunk)?.data ?? {};
      return state?.status === "needed" ? id : undefined;
    });
  }

  /** The texts so far, one for each text part. */
  texts(): string[] {
    const texts: string[] = [];
    const places = new Map<unknown, number>();
    for (const chunk of this.chunks) {
      if (chunk.type === "text-start") places.set(chunk.id, texts.push("") - 1);
      const place = places.get(chunk.id);
      if (chunk.type === "text-delta" && place !== undefined) texts[place] += String(chunk.delta);
    }
    return texts;
  }

  async #read(response: Response, onChunk: (chunk: Chunk) => void): Promise<void> {
    let rest = "";
    try {
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const events = `${rest}${text}`.split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          const [, json] = /^data: (\{.*)$/m.exec(event) ?? [];
          if (!json) continue;
          const chunk = chunkSchema.parse(JSON.parse(json));
          this.chunks.push(chunk);
          onChunk(chunk);
        }
        for (const look of this.#listeners) look();
      }
    } catch {
      // The server was killed: what came before counts.
    }
  }
}

/** The texts of the latest message, as the server has stored them. */
export function storedTexts({ messages }: StoredChat): string[] {
  return (messages.at(-1)?.parts ?? []).flatMap((part) =>
    part.type === "text" ? [part.text] : [],
  );
}
