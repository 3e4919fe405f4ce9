import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { knownTools } from "@/lib/server/policy/classify";
import { listPermissions } from "@/lib/server/policy/permissions";
import { PermissionList } from "./permission-list";
import { Rule } from "./rule";

export const metadata: Metadata = { title: "Permissions" };

export default async function PermissionsPage() {
  const user = await requireUser("/permissions");
  const permissions = await listPermissions(user.id);
  const tools = knownTools();
  return (
    <PlainPage title="Permissions">
      <p className="mt-2 text-muted-foreground">
        What the agent does by itself, and what it asks you about. The server decides by this, not
        the model.
      </p>
      <section aria-labelledby="allowed" className="mt-8">
        <h2 id="allowed" tabIndex={-1} className="font-semibold text-lg">
          What you allowed
        </h2>
        <WordsFor room="actions">
          <PermissionList permissions={permissions} />
        </WordsFor>
      </section>
      <section aria-labelledby="rules" className="mt-8">
        <h2 id="rules" className="font-semibold text-lg">
          The rules
        </h2>
        <ul className="mt-3 divide-y divide-border overflow-hidden rounded-xl border border-border bg-surface">
          <Rule kind="runs" title="Runs by itself" tools={tools.read}>
            Everything that only reads.
          </Rule>
          <Rule kind="asks" title="Asks, until you allow it" tools={tools.change}>
            Changes that can be taken back or mended. In the question you can choose not to be asked
            again: in that chat, or anywhere.
          </Rule>
          <Rule kind="always" title="Always asks" tools={tools.delete}>
            What cannot be taken back: deleting, merging, declining, stopping. To delete a
            repository you type its name.
          </Rule>
          <Rule kind="always" title="Always asks, whatever you allowed" tools={[]}>
            A tool nobody here knows, the same change twice in one answer, text that may come from
            another repository, hidden or misleading characters, and a tool that has changed since
            you allowed it.
          </Rule>
          <Rule kind="never" title="Never runs" tools={[]}>
            Any change in a chat that is read-only, and a tool that has changed until somebody
            accepts it on the Tools page.
          </Rule>
        </ul>
      </section>
    </PlainPage>
  );
}
