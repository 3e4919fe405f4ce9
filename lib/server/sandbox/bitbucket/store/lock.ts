declare global {
  var branchlineSandboxLocks: Map<string, Promise<unknown>> | undefined;
}

// On globalThis because a development server loads this module anew after every edit, and two copies of a
// lock are no lock.
function locks(): Map<string, Promise<unknown>> {
  globalThis.branchlineSandboxLocks ??= new Map();
  return globalThis.branchlineSandboxLocks;
}

/** Runs tasks of one key one after the other, in the order they came. A failed task does not stop the next. */
export async function withLock<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
  const previous = locks().get(key) ?? Promise.resolve();
  const current = previous.then(task, task);
  locks().set(key, current);
  try {
    return await current;
  } finally {
    if (locks().get(key) === current) locks().delete(key);
  }
}
