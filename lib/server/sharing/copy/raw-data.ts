import "server-only";

/** Addresses, pictures, and what stands for a person or an object in a machine. */
const never = /^(links?|href|avatar|uuid|account_id|e-?mail(_address)?)$/i;

/** What lets somebody in. */
const credential =
  /pass(word|phrase|wd)|secret|token|credential|api_?key|private_?key|authorization|cookie/i;

/** Data without the fields that no choice makes public, built anew. */
export function publicData(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(publicData);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      never.test(key) || credential.test(key) ? [] : [[key, publicData(value)]],
    ),
  );
}
