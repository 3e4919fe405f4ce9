import type { Metadata } from "next";
import { daysUntil } from "@/app/usage/chart-days";
import { formatDay } from "@/app/usage/format-day";
import { UsageChart } from "@/app/usage/usage-chart";
import { UsageTable } from "@/app/usage/usage-table";
import { usageByPerson } from "@/lib/server/admin/usage";
import { requireAdmin } from "@/lib/server/auth";
import { requestLanguage, requestWords } from "@/lib/server/language";
import { usageByDay, usageDays } from "@/lib/server/usage/read-usage";
import { AdminPage } from "../admin-page";
import { PersonName } from "../person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.tabs.usage };
}

/** What everybody's models used. */
export default async function EverybodysUsagePage() {
  await requireAdmin("/admin/usage");
  const [people, days] = await Promise.all([usageByPerson(), usageByDay("everybody")]);
  const { admin, usage } = await requestWords();
  const language = await requestLanguage();
  const words = admin.usage;
  const priced = [...people, ...days].some(({ cost }) => cost !== null);
  if (days.length === 0)
    return (
      <AdminPage tab="usage">
        <p className="text-muted-foreground">{words.nothing}</p>
      </AdminPage>
    );
  return (
    <AdminPage tab="usage">
      <p className="mb-6 max-w-2xl text-muted-foreground">{words.means}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <UsageChart days={daysUntil(Date.now(), usageDays)} usage={days} />
        <UsageTable
          caption={words.byPerson}
          headings={[words.person]}
          rows={people.map(({ person, ...used }) => ({
            key: person.id,
            about: [<PersonName key="person" person={person} />],
            used,
          }))}
          priced={priced}
        />
        <UsageTable
          caption={words.byDay}
          headings={[usage.columns.day, usage.columns.model]}
          rows={days.toReversed().map((used) => ({
            key: `${used.day} ${used.model}`,
            about: [formatDay(used.day, language), used.model],
            used,
          }))}
          priced={priced}
        />
      </div>
    </AdminPage>
  );
}
