"use client";

import { type ComponentType, useEffect, useState } from "react";

/** A formula among words; its source until what sets it has been fetched. */
export function InlineFormula({ formula }: { formula: string }) {
  const [Loaded, setLoaded] = useState<ComponentType<{ formula: string }>>();
  useEffect(() => {
    let wanted = true;
    import("../math/formula")
      .then((module) => wanted && setLoaded(() => module.FormulaAmongWords))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, []);
  return Loaded ? <Loaded formula={formula} /> : <code>{formula}</code>;
}
