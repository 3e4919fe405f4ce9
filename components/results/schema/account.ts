import { z } from "zod";
import { htmlLink, optional, optionalText } from "./fields";

/** A Bitbucket user or team, wherever one is mentioned: author, reviewer, owner. */
export const accountSchema = z
  .object({
    display_name: optionalText,
    nickname: optionalText,
    username: optionalText,
    uuid: optionalText,
    account_id: optionalText,
    links: htmlLink,
  })
  .transform((account, context) => {
    const name = account.display_name ?? account.nickname ?? account.username;
    if (!name) {
      context.addIssue({ code: "custom", message: "An account needs a name." });
      return z.NEVER;
    }
    return {
      /** To recognise the same account again. */
      key: account.uuid ?? account.account_id ?? name,
      name,
      handle: account.nickname ?? account.username,
      link: account.links,
    };
  });
export type Account = z.infer<typeof accountSchema>;

export const optionalAccount = optional(accountSchema);
