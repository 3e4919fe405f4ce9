import { Lock, ShieldCheck } from "lucide-react";
import { z } from "zod";
import { defineResult } from "../define-result";
import { Chip } from "../parts/chip";
import { Code } from "../parts/code";
import { EntryList, Entry as ListEntry } from "../parts/entry-list";
import { ExternalLink } from "../parts/external-link";
import { PlainText } from "../parts/plain-text";
import { htmlLink, optionalFlag, optionalText } from "../schema/fields";
import { pagedSchema } from "../schema/paged";

const workspaceFields = z.object({
  slug: z.string().min(1),
  name: optionalText,
  is_private: optionalFlag,
  links: htmlLink,
});

/** A workspace by itself, or inside the access a person has to it. */
const workspaceSchema = z.union([
  z
    .object({ workspace: workspaceFields, administrator: optionalFlag })
    .transform(({ workspace, administrator }) => ({ ...workspace, administrator })),
  workspaceFields.transform((workspace) => ({ ...workspace, administrator: undefined })),
]);

export const workspaceListResult = defineResult(pagedSchema(workspaceSchema), ({ value }) => (
  <EntryList list={value} noun={["workspace", "workspaces"]} keyOf={(workspace) => workspace.slug}>
    {(workspace) => (
      <ListEntry
        aside={
          workspace.administrator || workspace.is_private ? (
            <>
              {workspace.administrator ? (
                <Chip icon={ShieldCheck} tone="accent">
                  Administrator
                </Chip>
              ) : null}
              {workspace.is_private ? (
                <Chip icon={Lock} tone="neutral">
                  Private
                </Chip>
              ) : null}
            </>
          ) : null
        }
      >
        <p className="wrap-anywhere">
          <ExternalLink href={workspace.links}>
            <span className="font-medium">
              <PlainText text={workspace.name ?? workspace.slug} />
            </span>
          </ExternalLink>{" "}
          <span className="text-muted-foreground">
            <Code text={workspace.slug} />
          </span>
        </p>
      </ListEntry>
    )}
  </EntryList>
));
