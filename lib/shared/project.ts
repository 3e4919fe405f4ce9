import { z } from "zod";
import { complaint, complaintAbout } from "./complaints";

/** The longest instructions a project may have, in UTF-16 code units. */
export const projectInstructionsLimit = 8_000;

export const projectNameSchema = z
  .string()
  .trim()
  .min(1, complaint("projectNameMissing"))
  .max(100, complaint("projectNameTooLong"));

/** `POST /api/projects`: the id is made by the browser, so that the same request twice makes one project. */
export const createProjectSchema = z.strictObject({ id: z.uuid(), name: projectNameSchema });
export type CreateProject = z.infer<typeof createProjectSchema>;

/** `PATCH /api/projects/{projectId}`. What is absent stays. */
export const updateProjectSchema = z.strictObject({
  name: projectNameSchema.optional(),
  instructions: z
    .string()
    .refine(
      (text) => text.length <= projectInstructionsLimit,
      complaintAbout("instructionsTooLong", projectInstructionsLimit),
    )
    .optional(),
});
export type UpdateProject = z.infer<typeof updateProjectSchema>;

export const projectSummarySchema = z.object({ id: z.string(), name: z.string() });
/** A folder of chats, by its name. */
export type ProjectSummary = z.infer<typeof projectSummarySchema>;

/** A project with what its person wants in all its chats. */
export type Project = ProjectSummary & { instructions: string };
