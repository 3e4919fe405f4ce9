import type { $ZodConfig } from "zod/v4/core";
import { followTheme } from "@/lib/client/theme";

declare global {
  /** Zod's `config()`, for a page that has no Zod yet. */
  var __zod_globalConfig: $ZodConfig | undefined;
}

// Zod finds out whether it may compile code by trying to, which the pages' policy refuses and the browser reports.
globalThis.__zod_globalConfig = { jitless: true };

followTheme();
