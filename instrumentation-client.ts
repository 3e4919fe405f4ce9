import { config } from "zod/v4/core";
import { followTheme } from "@/lib/client/theme";

// Zod finds out whether it may compile code by trying to, which the pages' policy refuses and the browser reports.
config({ jitless: true });

followTheme();
