import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { Code, Hash } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { commitSchema } from "../schema/commit";
import { htmlLink, optional } from "../schema/fields";

const branchSchema = z.object({
  name: z.string().min(1),
  target: optional(commitSchema),
  links: htmlLink,
});
type Branch = z.infer<typeof branchSchema>;

function BranchEntry({ branch }: { branch: Branch }) {
  const { target } = branch;
  return (
    <ListEntry>
      <p className="font-medium">
        <ExternalLink href={branch.links}>
          <Code text={branch.name} />
        </ExternalLink>
      </p>
      <MetaLine>
        {target ? (
          <Meta>
            <Hash hash={target.hash} />
            {target.summary ? (
              <>
                {" "}
                <PlainText text={target.summary} />
              </>
            ) : null}
          </Meta>
        ) : null}
        {target?.author ? (
          <Meta>
            <PlainText text={target.author} />
          </Meta>
        ) : null}
        {target?.date ? (
          <Meta>
            <RelativeTime time={target.date} />
          </Meta>
        ) : null}
      </MetaLine>
    </ListEntry>
  );
}

export const branchResult = defineResult(branchSchema, ({ value }) => (
  <Card label={useWords("results").cards.branch(value.name)}>
    <ul>
      <BranchEntry branch={value} />
    </ul>
  </Card>
));

export const branchListResult = defineList(branchSchema, {
  noun: "branch",
  keyOf: (branch) => branch.name,
  timeOf: (branch) => branch.target?.date,
  row: (branch) => <BranchEntry branch={branch} />,
});

export const tagListResult = defineList(branchSchema, {
  noun: "tag",
  keyOf: (tag) => tag.name,
  timeOf: (tag) => tag.target?.date,
  row: (tag) => <BranchEntry branch={tag} />,
});
