import { GitMerge } from "lucide-react";
import type { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry } from "../list/entry";
import { Card } from "../parts/card";
import { Chip } from "../parts/chip";
import { ClampedText } from "../parts/clamped-text";
import { Hash } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { commitSchema } from "../schema/commit";

type Commit = z.infer<typeof commitSchema>;

function CommitEntry({ commit }: { commit: Commit }) {
  const words = useWords("results").cards;
  const merge = commit.parents > 1;
  return (
    <Entry
      aside={
        merge ? (
          <Chip icon={GitMerge} tone="neutral">
            {words.mergeCommit}
          </Chip>
        ) : null
      }
    >
      <p className="wrap-anywhere">
        <PlainText text={commit.summary ?? words.noMessage} />
      </p>
      <MetaLine>
        <Meta>
          <ExternalLink href={commit.links}>
            <Hash hash={commit.hash} />
          </ExternalLink>
        </Meta>
        {commit.author ? (
          <Meta>
            <PlainText text={commit.author} />
          </Meta>
        ) : null}
        {commit.date ? (
          <Meta>
            <RelativeTime time={commit.date} />
          </Meta>
        ) : null}
      </MetaLine>
    </Entry>
  );
}

export const commitResult = defineResult(commitSchema, ({ value }) => (
  <Card label={useWords("results").cards.commit(value.hash.slice(0, 7))}>
    <ul>
      <CommitEntry commit={value} />
    </ul>
    {value.body ? (
      <div className="border-border border-t px-3 py-2">
        <ClampedText text={value.body} />
      </div>
    ) : null}
  </Card>
));

/** In the order of the history, which is not always that of the dates. */
export const commitListResult = defineList(commitSchema, {
  noun: "commit",
  keyOf: (commit) => commit.hash,
  row: (commit) => <CommitEntry commit={commit} />,
});
