import { z } from "zod";
import { optionalAccount } from "./account";
import { htmlLink, optionalText } from "./fields";

const author = z
  .object({ raw: optionalText, user: optionalAccount })
  .nullish()
  .catch(undefined)
  // `Jane Doe <jane@example.com>`: the address is nobody's business on a screen that can be shared.
  .transform((value) => value?.user?.name ?? value?.raw?.replace(/\s*<[^>]*>?/g, ""));

/** A commit, or the target of a branch; only the hash is certain. */
export const commitSchema = z
  .object({
    hash: z.string().min(1),
    message: optionalText,
    date: optionalText,
    author,
    parents: z
      .array(z.unknown())
      .nullish()
      .catch(undefined)
      .transform((parents) => parents?.length ?? 0),
    links: htmlLink,
  })
  .transform(({ message, ...commit }) => {
    const [summary, ...rest] = message?.split("\n") ?? [];
    return { ...commit, summary: summary || undefined, body: rest.join("\n").trim() || undefined };
  });
