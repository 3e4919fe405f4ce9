import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { Code } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Initials } from "../parts/initials";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { type Account, accountSchema } from "../schema/account";
import { optionalText } from "../schema/fields";

type PersonProps = { account: Account; since?: string; permission?: string };

function Person({ account, since, permission }: PersonProps) {
  const { joined } = useWords("results").cards;
  return (
    <li className="flex items-center gap-2.5 px-3 py-2">
      <Initials name={account.name} />
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">
          <ExternalLink href={account.link}>
            <PlainText text={account.name} />
          </ExternalLink>
        </p>
        <MetaLine>
          {account.handle && account.handle !== account.name ? (
            <Meta>
              <Code text={account.handle} />
            </Meta>
          ) : null}
          {permission ? (
            <Meta>
              <PlainText text={permission} />
            </Meta>
          ) : null}
          {since ? (
            <Meta>
              {joined} <RelativeTime time={since} />
            </Meta>
          ) : null}
        </MetaLine>
      </div>
    </li>
  );
}

const userSchema = z
  .object({ created_on: optionalText })
  .loose()
  .transform((user, context) => {
    const account = accountSchema.safeParse(user);
    if (!account.success) {
      context.addIssue({ code: "custom", message: "A user needs a name." });
      return z.NEVER;
    }
    return { account: account.data, since: user.created_on };
  });

export const userResult = defineResult(userSchema, ({ value }) => (
  <Card label={useWords("results").cards.user(value.account.name)}>
    <ul>
      <Person account={value.account} since={value.since} />
    </ul>
  </Card>
));

const memberSchema = z.object({ user: accountSchema, permission: optionalText });

export const memberListResult = defineList(memberSchema, {
  noun: "member",
  keyOf: (member) => member.user.key,
  row: (member) => <Person account={member.user} permission={member.permission} />,
});
