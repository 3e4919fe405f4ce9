import { Globe, Lock } from "lucide-react";
import { z } from "zod";
import { useLanguage, useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry as ListEntry } from "../list/entry";
import { Card } from "../parts/card";
import { Chip } from "../parts/chip";
import { Code } from "../parts/code";
import { CopyButton } from "../parts/copy-button";
import { ExternalLink } from "../parts/external-link";
import { formatBytes } from "../parts/format-bytes";
import { Meta, MetaLine } from "../parts/meta-line";
import { PlainText } from "../parts/plain-text";
import { RelativeTime } from "../parts/relative-time";
import {
  htmlLink,
  optional,
  optionalFlag,
  optionalNumber,
  optionalText,
  readableEntries,
} from "../schema/fields";

const named = optional(z.object({ name: z.string() }));

const cloneLinks = z
  .object({ clone: readableEntries(z.object({ name: z.string(), href: z.string() })) })
  .nullish()
  .catch(undefined)
  .transform((links) => links?.clone.find((link) => link.name === "https")?.href);

const repositorySchema = z
  .object({
    full_name: optionalText,
    slug: optionalText,
    name: optionalText,
    description: optionalText,
    is_private: optionalFlag,
    language: optionalText,
    mainbranch: named,
    project: named,
    size: optionalNumber,
    has_issues: optionalFlag,
    updated_on: optionalText,
    links: z.unknown().optional(),
  })
  .transform((repository, context) => {
    const name = repository.full_name ?? repository.slug ?? repository.name;
    if (!name) {
      context.addIssue({ code: "custom", message: "A repository needs a name." });
      return z.NEVER;
    }
    const { links, ...fields } = repository;
    return { ...fields, name, link: htmlLink.parse(links), clone: cloneLinks.parse(links) };
  });
type Repository = z.infer<typeof repositorySchema>;

function Visibility({ isPrivate }: { isPrivate: boolean | undefined }) {
  const words = useWords("results").cards;
  if (isPrivate === undefined) return null;
  return isPrivate ? (
    <Chip icon={Lock} tone="neutral">
      {words.private}
    </Chip>
  ) : (
    <Chip icon={Globe} tone="accent">
      {words.public}
    </Chip>
  );
}

function RepositoryLines({ repository }: { repository: Repository }) {
  const words = useWords("results").cards;
  const language = useLanguage();
  return (
    <>
      <p className="font-medium">
        <ExternalLink href={repository.link}>
          <Code text={repository.name} />
        </ExternalLink>
      </p>
      {repository.description ? (
        <p className="wrap-anywhere line-clamp-2 text-muted-foreground">
          <PlainText text={repository.description} />
        </p>
      ) : null}
      <MetaLine>
        {repository.language ? (
          <Meta>
            <PlainText text={repository.language} />
          </Meta>
        ) : null}
        {repository.mainbranch ? (
          <Meta title={words.mainBranch}>
            <Code text={repository.mainbranch.name} />
          </Meta>
        ) : null}
        {repository.project ? (
          <Meta title={words.project}>
            <PlainText text={repository.project.name} />
          </Meta>
        ) : null}
        {repository.size !== undefined ? (
          <Meta>{formatBytes(repository.size, language)}</Meta>
        ) : null}
        {repository.has_issues ? <Meta>{words.issuesOn}</Meta> : null}
        {repository.updated_on ? (
          <Meta>
            {words.updated} <RelativeTime time={repository.updated_on} />
          </Meta>
        ) : null}
      </MetaLine>
    </>
  );
}

export const repositoryResult = defineResult(repositorySchema, ({ value }) => {
  const words = useWords("results").cards;
  const { clone } = value;
  return (
    <Card label={words.repository(value.name)}>
      <ul>
        <ListEntry
          aside={
            <>
              {clone ? <CopyButton label={words.copyCloneUrl} text={() => clone} /> : null}
              <Visibility isPrivate={value.is_private} />
            </>
          }
        >
          <RepositoryLines repository={value} />
        </ListEntry>
      </ul>
    </Card>
  );
});

export const repositoryListResult = defineList(repositorySchema, {
  noun: "repository",
  keyOf: (repository) => repository.name,
  timeOf: (repository) => repository.updated_on,
  row: (repository) => (
    <ListEntry aside={<Visibility isPrivate={repository.is_private} />}>
      <RepositoryLines repository={repository} />
    </ListEntry>
  ),
});
