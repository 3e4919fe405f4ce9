const prefix = "branchline.";

// Storage may be full or forbidden (private windows, company policies), and what is in it anything: what is kept there is a
// comfort, never a condition.
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** Text that is kept in this browser only, under a name; empty where there is none. */
export function readLocalText(name: string): string {
  return attempt(() => localStorage.getItem(prefix + name)) ?? "";
}

/** A list that is kept in this browser: what is no such item, written by somebody else or by another version, is left out. */
export function readLocalList<Item>(
  name: string,
  isItem: (value: unknown) => value is Item,
): Item[] {
  const list: unknown = attempt(() => JSON.parse(readLocalText(name)));
  return Array.isArray(list) ? list.filter(isItem) : [];
}

/** An empty list removes it. */
export function writeLocalList(name: string, list: readonly unknown[]): void {
  writeLocalText(name, list.length === 0 ? "" : JSON.stringify(list));
}

/** An empty text removes it. */
export function writeLocalText(name: string, text: string): void {
  attempt(() => {
    if (text) localStorage.setItem(prefix + name, text);
    else localStorage.removeItem(prefix + name);
  });
}

/** Removes what is kept under all names that begin so: the next person at this browser must not find it. */
export function clearLocalText(beginning: string): void {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix + beginning)) localStorage.removeItem(key);
    }
  });
}

/** Calls when another tab has changed what is kept under a name. Returns how to end that. */
export function onLocalTextChange(name: string, listener: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === null || event.key === prefix + name) listener();
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}
