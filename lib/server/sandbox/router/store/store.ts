import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { retained } from "./retention";
import { type RouterState, routerStateSchema } from "./schema";

/** The state file is there but cannot be used. Nothing is overwritten. */
export class StateFileError extends Error {
  override name = "StateFileError";
}

export type Store = {
  /** The state as of now; not to be changed. */
  read(): Promise<RouterState>;
  /**
   * Runs `change` on a copy and stores the copy, one caller at a time. What `change` throws passes through, and nothing
   * is stored then. Throws {@link StateFileError} when the file is unreadable.
   */
  update<Result>(change: (draft: RouterState) => Result): Promise<Result>;
  /** Resolves after the next stored change; rejects when `signal` aborts. */
  changed(signal: AbortSignal): Promise<void>;
};

function parseState(text: string, file: string): RouterState {
  const advice =
    "Restore it from a backup, or move it away to start with no sessions and accounts.";
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new StateFileError(`${file} is not valid JSON. ${advice}`, { cause });
  }
  const parsed = routerStateSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join(".") || "the file";
  throw new StateFileError(`${file} does not hold this router's state (${place}). ${advice}`);
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** State in one JSON file, replaced atomically. One store per file and process. */
export function openStore(file: string, now: () => number): Store {
  const changes = new EventEmitter().setMaxListeners(0);
  let cached: { stamp: string; state: RouterState } | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** The file may be reset by another process: its stamp decides whether the cached state still holds. */
  async function read(): Promise<RouterState> {
    try {
      const { mtimeNs, size, ino } = await stat(file, { bigint: true });
      const stamp = `${mtimeNs}:${size}:${ino}`;
      if (cached?.stamp === stamp) return cached.state;
      const state = parseState(await readFile(file, "utf8"), file);
      cached = { stamp, state };
      return state;
    } catch (error) {
      if (isMissing(error)) return { version: 1, sessions: [], accounts: [] };
      if (error instanceof StateFileError) throw error;
      throw new StateFileError(`${file} cannot be read.`, { cause: error });
    }
  }

  async function write(state: RouterState): Promise<void> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, JSON.stringify(state), { mode: 0o600, flush: true });
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  function update<Result>(change: (draft: RouterState) => Result): Promise<Result> {
    const turn = queue.then(async () => {
      const draft = structuredClone(await read());
      const result = change(draft);
      await write(retained(draft, now()));
      changes.emit("changed");
      return result;
    });
    // A failed change is its caller's to handle; the next one runs all the same.
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    read,
    update,
    changed: async (signal) => {
      await once(changes, "changed", { signal });
    },
  };
}
