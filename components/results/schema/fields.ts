import { z } from "zod";

/** A field that may be absent, null or of a type nobody expected: each of these is read as absent. */
function tolerant<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
}

export const optionalText = tolerant(z.string().min(1));
export const optionalNumber = tolerant(z.number());
export const optionalFlag = tolerant(z.boolean());

export function optional<Schema extends z.ZodType>(schema: Schema) {
  return tolerant(schema);
}

/** The entries that can be read, in their order; anything but an array is an empty list. */
export function readableEntries<Entry>(schema: z.ZodType<Entry>) {
  return z
    .array(z.unknown())
    .nullish()
    .catch([])
    .transform((entries): Entry[] =>
      (entries ?? []).flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** `links.html.href` of Bitbucket's objects, as one optional text. */
export const htmlLink = z
  .object({ html: z.object({ href: z.string() }) })
  .nullish()
  .catch(undefined)
  .transform((links) => links?.html.href);

/** Texts come as a string or as `{raw, markup, html}`; the raw text is what is shown. */
export const contentText = z
  .union([z.string(), z.object({ raw: z.string() }).transform((content) => content.raw)])
  .nullish()
  .catch(undefined)
  .transform((text) => text || undefined);

/** Ids are a number in one tool and a string in the next. */
export const identifier = z.union([z.string().min(1), z.number()]).transform(String);
