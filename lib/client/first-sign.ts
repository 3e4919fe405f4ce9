const signs = ["pointermove", "pointerdown", "keydown", "input"] as const;

/**
 * Calls back once, as soon as somebody does something on this page: what they may need next can be fetched then, and not for a
 * page that is only opened. The returned function ends the waiting.
 */
export function onFirstSign(callback: () => void): () => void {
  const waiting = new AbortController();
  const see = () => {
    waiting.abort();
    callback();
  };
  const options = { capture: true, passive: true, signal: waiting.signal };
  for (const sign of signs) addEventListener(sign, see, options);
  return () => waiting.abort();
}
