import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import { knownTools } from "@/lib/server/policy/classify";
import { listPermissions } from "@/lib/server/policy/permissions";
import { PermissionList } from "./permission-list";
import { Rule } from "./rule";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).permissions.title };
}

export default async function PermissionsPage() {
  const user = await requireUser("/permissions");
  const permissions = await listPermissions(user.id);
  const tools = knownTools();
  const words = (await requestWords()).permissions;
  return (
    <PlainPage title={words.title}>
      <p className="mt-2 text-muted-foreground">{words.means}</p>
      <section aria-labelledby="allowed" className="mt-8">
        <h2 id="allowed" tabIndex={-1} className="font-semibold text-lg">
          {words.allowed}
        </h2>
        <WordsFor room="actions">
          <WordsFor room="permissions">
            <PermissionList permissions={permissions} />
          </WordsFor>
        </WordsFor>
      </section>
      <section aria-labelledby="rules" className="mt-8">
        <h2 id="rules" className="font-semibold text-lg">
          {words.rules}
        </h2>
        <ul className="mt-3 divide-y divide-border overflow-hidden rounded-xl border border-border bg-surface">
          <Rule kind="runs" title={words.runs.title} tools={tools.read}>
            {words.runs.text}
          </Rule>
          <Rule kind="asks" title={words.asks.title} tools={tools.change}>
            {words.asks.text}
          </Rule>
          <Rule kind="always" title={words.always.title} tools={tools.delete}>
            {words.always.text}
          </Rule>
          <Rule kind="always" title={words.odd.title} tools={[]}>
            {words.odd.text}
          </Rule>
          <Rule kind="never" title={words.never.title} tools={[]}>
            {words.never.text}
          </Rule>
        </ul>
      </section>
    </PlainPage>
  );
}
