import { z } from "zod";
import type { Said } from "./error";

/** What may be wrong with what a person entered. The schemas say it by these keys of the dictionaries. */
type Complaint =
  | "writeMessage"
  | "messageTooLong"
  | "projectNameMissing"
  | "projectNameTooLong"
  | "instructionsTooLong"
  | "titleMissing"
  | "titleTooLong"
  | "enterEmail"
  | "tenCharacters"
  | "twoHundredCharacters"
  | "enterName";

/** For a dictionary: it has a text for each of them. */
export type Complaints = Record<Complaint, string | ((limit: number) => string)>;

const namedSchema = z.object({ values: z.array(z.number()) });

/** A complaint as a schema's message. */
export const complaint = (key: Complaint): string => key;

/** The same of what a limit is exceeded by, which the text names. */
export const complaintAbout = (key: Complaint, limit: number) => ({
  error: complaint(key),
  params: { values: [limit] },
});

/** An issue's message as a key; one of zod's own is in no dictionary. */
export function complaintOf(issue: z.core.$ZodIssue): Said {
  const named = issue.code === "custom" ? namedSchema.safeParse(issue.params).data : undefined;
  return { key: issue.message, ...named };
}
