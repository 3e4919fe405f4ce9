import { z } from "zod";
import { identifierSchema } from "../api";
import {
  shareAudienceSchema,
  shareChoicesSchema,
  shareDaysSchema,
  usualChoices,
  usualDays,
} from "./choices";

/** What a copy is made with. */
const copySchema = z.strictObject({
  choices: shareChoicesSchema.default(usualChoices),
  /** Findings that the owner has looked at and shows all the same, by their ids. */
  revealed: z
    .array(z.string().regex(/^[0-9a-f]{32}$/))
    .max(1_000)
    .default([]),
});

const digest = z.string().regex(/^[\w-]{43}$/);

/** `POST /api/chats/{chatId}/shares/preview` */
export const previewShareSchema = copySchema.extend({
  /** The share whose copy it would replace. */
  share: identifierSchema.optional(),
  image: z.boolean().default(false),
});
export type PreviewShare = z.input<typeof previewShareSchema>;

/** `POST /api/chats/{chatId}/shares` */
export const createShareSchema = copySchema.extend({
  audience: shareAudienceSchema.default("link"),
  days: shareDaysSchema.default(usualDays),
  /** Whether other sites may show a picture with the title. */
  image: z.boolean().default(false),
  /** The digest of the preview that was looked at: anything else is not shared. */
  digest: digest.optional(),
});
export type CreateShare = z.input<typeof createShareSchema>;

/** `PATCH /api/shares/{id}`: what is absent stays. */
export const updateShareSchema = z.strictObject({
  audience: shareAudienceSchema.optional(),
  days: shareDaysSchema.optional(),
  image: z.boolean().optional(),
  /** Takes a new copy in place of the old one. */
  copy: copySchema.extend({ digest: digest.optional() }).optional(),
});
export type UpdateShare = z.input<typeof updateShareSchema>;

/** `POST /api/chats`: a chat of one's own, from a copy that somebody shared. */
export const continueShareSchema = z.strictObject({
  token: z.string().regex(/^[\w-]{22}$/, "This is not the address of a shared chat."),
  /** The version that was read; another one is not what the reader meant. */
  version: z.int().positive(),
});
export type ContinueShare = z.infer<typeof continueShareSchema>;

/** `GET /api/shares`, and what the calls that make and change a share answer with. */
export const shareSummarySchema = z.object({
  id: z.string(),
  chatId: z.string(),
  title: z.string(),
  /** The path of the page: `/share/{token}`. */
  path: z.string(),
  audience: shareAudienceSchema,
  choices: shareChoicesSchema,
  image: z.boolean(),
  /** 1 for the first copy, and one more with every update. */
  version: z.int(),
  /** How often somebody else has opened it. */
  views: z.int(),
  /** When the link was made, when its copy was, and when it ends: ISO 8601, null for never. */
  createdAt: z.string(),
  copiedAt: z.string(),
  expiresAt: z.string().nullable(),
  /** Whether it has ended. */
  expired: z.boolean(),
});
export type ShareSummary = z.infer<typeof shareSummarySchema>;

/** Something in a copy that looks like a secret. */
const findingSchema = z.object({
  /** Of the value: the same secret twice is one finding. */
  id: z.string(),
  /** What it looks like: "GitHub token". */
  kind: z.string(),
  /** Its first characters, and its length. */
  excerpt: z.string(),
  occurrences: z.int(),
  hidden: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One thing that readers can see in one copy and not in the other. */
const copyChangeSchema = z.object({
  kind: z.enum(["title", "question", "answer", "reasoning", "action", "card", "sent", "raw"]),
  text: z.string(),
});
export type CopyChange = z.infer<typeof copyChangeSchema>;

/** What would be shared. */
export const sharePreviewSchema = z.object({
  /** The very page that readers would get. */
  html: z.string(),
  digest: z.string(),
  findings: z.array(findingSchema),
  /** What an update would make public and what it would take back; null for a new share. */
  changes: z
    .object({ added: z.array(copyChangeSchema), removed: z.array(copyChangeSchema) })
    .nullable(),
});
export type SharePreview = z.infer<typeof sharePreviewSchema>;
