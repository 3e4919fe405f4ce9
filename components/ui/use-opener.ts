"use client";

import { useCallback, useState } from "react";

/**
 * Gives back where the focus belongs once a dialog is closed.
 *
 * @param known where that is; else what had the focus when this was first rendered
 */
export function useOpener(known?: Element): () => HTMLElement | true {
  const [opener] = useState(() => known ?? document.activeElement);
  // True leaves it to the library: the opener is gone, with the row it stood in.
  return useCallback(
    () => (opener instanceof HTMLElement && opener.isConnected ? opener : true),
    [opener],
  );
}
