import { Globe, Lock } from "lucide-react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { Chip } from "../parts/chip";
import { Code } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import { optionalAccount } from "../schema/account";
import { htmlLink, identifier, optionalFlag, optionalText } from "../schema/fields";

const snippetSchema = z.object({
  id: identifier,
  title: z.string(),
  is_private: optionalFlag,
  owner: optionalAccount,
  creator: optionalAccount,
  files: z
    .record(z.string(), z.unknown())
    .nullish()
    .catch(undefined)
    .transform((files) => Object.keys(files ?? {})),
  created_on: optionalText,
  updated_on: optionalText,
  links: htmlLink,
});
type Snippet = z.infer<typeof snippetSchema>;

const filesShown = 5;

function SnippetEntry({ snippet }: { snippet: Snippet }) {
  const words = useWords("results").cards;
  const author = snippet.creator ?? snippet.owner;
  const hiddenFiles = snippet.files.length - filesShown;
  return (
    <ListEntry
      aside={
        snippet.is_private === undefined ? null : (
          <Chip
            icon={snippet.is_private ? Lock : Globe}
            tone={snippet.is_private ? "neutral" : "accent"}
          >
            {snippet.is_private ? words.private : words.public}
          </Chip>
        )
      }
    >
      <p className="wrap-anywhere font-medium">
        <ExternalLink href={snippet.links}>
          <PlainText text={snippet.title || words.untitledSnippet} />
        </ExternalLink>
      </p>
      <MetaLine>
        <Meta>
          <Code text={snippet.id} />
        </Meta>
        {snippet.files.slice(0, filesShown).map((file) => (
          <Meta key={file}>
            <Code text={file} />
          </Meta>
        ))}
        {hiddenFiles > 0 ? <Meta>{words.moreFiles(hiddenFiles)}</Meta> : null}
        {author ? (
          <Meta>
            <PlainText text={author.name} />
          </Meta>
        ) : null}
        {(snippet.updated_on ?? snippet.created_on) ? (
          <Meta>
            <RelativeTime time={snippet.updated_on ?? snippet.created_on} />
          </Meta>
        ) : null}
      </MetaLine>
    </ListEntry>
  );
}

export const snippetResult = defineResult(snippetSchema, ({ value }) => (
  <Card label={useWords("results").cards.snippet(value.title)}>
    <ul>
      <SnippetEntry snippet={value} />
    </ul>
  </Card>
));

export const snippetListResult = defineList(snippetSchema, {
  noun: "snippet",
  keyOf: (snippet) => snippet.id,
  timeOf: (snippet) => snippet.updated_on ?? snippet.created_on,
  row: (snippet) => <SnippetEntry snippet={snippet} />,
});
