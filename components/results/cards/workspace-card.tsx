import { Lock, ShieldCheck } from "lucide-react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { defineResult } from "../define-result";
import { Entry } from "../list/entry";
import { Card } from "../parts/card";
import { Chip } from "../parts/chip";
import { Code } from "../parts/code";
import { ExternalLink } from "../parts/external-link";
import { Initials } from "../parts/initials";
import { PlainText } from "../parts/plain-text";
import { htmlLink, optionalFlag, optionalText } from "../schema/fields";

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

type Workspace = z.infer<typeof workspaceSchema>;

function WorkspaceChips({ workspace }: { workspace: Workspace }) {
  const words = useWords("results").cards;
  return (
    <>
      {workspace.administrator ? (
        <Chip icon={ShieldCheck} tone="accent">
          {words.administrator}
        </Chip>
      ) : null}
      {workspace.is_private ? (
        <Chip icon={Lock} tone="neutral">
          {words.private}
        </Chip>
      ) : null}
    </>
  );
}

function WorkspaceEntry({ workspace }: { workspace: Workspace }) {
  const hasChips = workspace.administrator || workspace.is_private;
  return (
    <Entry aside={hasChips ? <WorkspaceChips workspace={workspace} /> : null}>
      <div className="flex items-center gap-2.5">
        <Initials name={workspace.name ?? workspace.slug} />
        <p className="wrap-anywhere min-w-0">
          <ExternalLink href={workspace.links}>
            <span className="font-medium">
              <PlainText text={workspace.name ?? workspace.slug} />
            </span>
          </ExternalLink>{" "}
          <span className="text-muted-foreground">
            <Code text={workspace.slug} />
          </span>
        </p>
      </div>
    </Entry>
  );
}

export const workspaceResult = defineResult(workspaceSchema, ({ value }) => (
  <Card label={useWords("results").cards.workspace(value.slug)}>
    <ul>
      <WorkspaceEntry workspace={value} />
    </ul>
  </Card>
));

export const workspaceListResult = defineList(workspaceSchema, {
  noun: "workspace",
  keyOf: (workspace) => workspace.slug,
  row: (workspace) => <WorkspaceEntry workspace={workspace} />,
});
