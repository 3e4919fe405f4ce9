import "server-only";
import { z } from "zod";

const saidSchema = z.object({ message: z.string(), suggested_fix: z.string().optional() });
const hostedErrorSchema = z.union([
  z.object({ error: saidSchema }).transform(({ error }) => error),
  saidSchema,
]);

/** The sentence the hosted service wrote for people, out of its body `{error: {message}}` or, when busy, `{message}`. */
export function hostedSentence(body: unknown): string | undefined {
  const said = hostedErrorSchema.safeParse(body).data;
  if (!said) return undefined;
  return [said.message, said.suggested_fix].filter(Boolean).join(" ").slice(0, 500);
}

const slugSchema = z.object({ error: z.object({ slug: z.string() }) });

/** What the hosted service calls its error, such as `ToolRouterV2_NoManagedAuth`. */
export function hostedSlug(body: unknown): string | undefined {
  return slugSchema.safeParse(body).data?.error.slug;
}
