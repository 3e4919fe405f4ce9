"use client";

import { useCallback, useState } from "react";

/** Gives back the element that had the focus when this was first rendered: where the focus belongs once a dialog is closed. */
export function useOpener(): () => HTMLElement | true {
  const [opener] = useState(() => document.activeElement);
  // True leaves it to the library: the opener is gone, with the row it stood in.
  return useCallback(
    () => (opener instanceof HTMLElement && opener.isConnected ? opener : true),
    [opener],
  );
}
