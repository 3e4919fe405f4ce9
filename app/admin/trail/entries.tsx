import { addressWith, listedAt } from "@/app/search-parameters";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { listEntries } from "@/lib/server/admin/trail";
import { requestWords } from "@/lib/server/language";
import type { AdminEntry } from "@/lib/shared/admin";
import { DataTable } from "../data-table";
import { Pages } from "../pages";
import { PersonName } from "../person";

async function Actor({ entry: { actor, change } }: { entry: AdminEntry }) {
  const { by } = (await requestWords()).admin.trail;
  if (change.kind === "role" && change.by) return by[change.by];
  return <PersonName person={actor} />;
}

/** What administrators did. */
export async function Entries({ cursor }: { cursor: string | undefined }) {
  const { entries, nextCursor } = await listedAt("/admin/trail", () => listEntries(cursor));
  const words = (await requestWords()).admin.trail;
  if (entries.length === 0) return <p className="text-muted-foreground">{words.nobodyYet}</p>;
  return (
    <>
      <DataTable
        caption={words.changes}
        headings={Object.values(words.changeColumns)}
        rows={entries.map((entry) => ({
          key: entry.id,
          slot: "entry",
          cells: [
            <RelativeTime key="when" time={entry.createdAt} />,
            <Actor key="who" entry={entry} />,
            words.what[entry.change.kind === "role" ? entry.change.role : entry.change.kind],
            entry.change.kind === "policy" ? null : (
              <PersonName key="whom" person={entry.subject} />
            ),
          ],
        }))}
      />
      <Pages
        first={cursor ? "/admin/trail" : null}
        next={nextCursor && addressWith("/admin/trail", { entries: nextCursor })}
      />
    </>
  );
}
