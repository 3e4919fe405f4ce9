function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys that an envelope carries beside `data`; with any other key `data` is a field of the object itself. */
const envelopeKeys = new Set(["data", "error", "successful", "success", "log_id", "message"]);

/** A tool's result without the envelope it may still be nested in once: `{data: {…}}`. */
export function unwrapResult(result: unknown): unknown {
  if (!isObject(result)) return result;
  const { data } = result;
  if (!isObject(data) && !Array.isArray(data)) return result;
  return Object.keys(result).every((key) => envelopeKeys.has(key)) ? data : result;
}

/** What stands under `key`, where the object is wrapped in it: `{pull_request: {…}}`. */
export function unwrapKey(key: string): (value: unknown) => unknown {
  return (value) => (isObject(value) && isObject(value[key]) ? value[key] : value);
}
