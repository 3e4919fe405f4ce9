import { defineResult } from "../define-result";
import { Hash } from "../parts/code";
import { EntryList, Entry as ListEntry } from "../parts/entry-list";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { commitSchema } from "../schema/commit";
import { pagedSchema } from "../schema/paged";

export const commitListResult = defineResult(pagedSchema(commitSchema), ({ value }) => (
  <EntryList list={value} noun={["commit", "commits"]} keyOf={(commit) => commit.hash}>
    {(commit) => (
      <ListEntry>
        <p className="wrap-anywhere">
          <PlainText text={commit.summary ?? "No message"} />
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
      </ListEntry>
    )}
  </EntryList>
));
