import type { CountThings } from "../../action-words";

/** `pull requests`, `12 open pull requests`, `the first 10 branches`, `no issues`. */
export function counted(one: string, many: string): CountThings {
  return (state, count) => {
    const adjective = state ? `${state.toLowerCase()} ` : "";
    if (!count) return `${adjective}${many}`;
    const { shown, total, hasMore } = count;
    if (total !== undefined && total > shown) return `${shown} of ${total} ${adjective}${many}`;
    const noun = shown === 1 ? one : many;
    if (hasMore) return `the first ${shown} ${adjective}${noun}`;
    return `${shown === 0 ? "no" : shown} ${adjective}${noun}`;
  };
}
