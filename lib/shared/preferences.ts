import { z } from "zod";
import { languages } from "./language";

/** `PUT /api/preferences`: how this browser shows Branchline. What is absent stays. */
export const preferencesSchema = z.strictObject({ language: z.enum(languages).optional() });
export type Preferences = z.infer<typeof preferencesSchema>;
