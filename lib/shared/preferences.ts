import { z } from "zod";
import { languages } from "./language";
import { themes } from "./theme";

/** `PUT /api/preferences`: how this browser shows Branchline. What is absent stays. */
export const preferencesSchema = z.strictObject({
  language: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
