import type { Metadata } from "next";
import Link from "next/link";
import { addressWith, listedAt, type Parameters, single } from "@/app/search-parameters";
import { PlainText } from "@/components/results/parts/plain-text";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { buttonClasses } from "@/components/ui/button";
import { listEverybodysActions, readTrailFilter } from "@/lib/server/admin/trail";
import { requireAdmin } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import { AdminPage } from "../admin-page";
import { DataTable } from "../data-table";
import { Pages } from "../pages";
import { PersonName } from "../person";
import { Entries } from "./entries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.tabs.trail };
}

const kinds = ["all", "changes", "refused"] as const;

/** What was done in everybody's name, and by administrators. */
export default async function TrailPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  await requireAdmin("/admin/trail");
  const query = await searchParams;
  const cursor = single(query.cursor);
  const said = { userId: single(query.userId), kind: single(query.kind) };
  const { filter, actions, nextCursor } = await listedAt("/admin/trail", async () => {
    const read = readTrailFilter(said);
    return { filter: read, ...(await listEverybodysActions(read, cursor)) };
  });
  const { admin, audit } = await requestWords();
  const words = admin.trail;
  const here = (more: Record<string, string | undefined>) =>
    addressWith("/admin/trail", { ...said, ...more });
  return (
    <AdminPage tab="trail">
      <p className="mb-6 max-w-2xl text-muted-foreground">{words.means}</p>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="mr-auto font-semibold text-lg">{words.done}</h2>
          {filter.userId ? (
            <Link href={here({ userId: undefined })} className={buttonClasses({ size: "small" })}>
              {words.everybody}
            </Link>
          ) : null}
          <nav aria-label={words.kind} className="flex gap-1">
            {kinds.map((kind) => (
              <Link
                key={kind}
                href={here({ kind: kind === "all" ? undefined : kind })}
                aria-current={kind === filter.kind ? "page" : undefined}
                className={`${buttonClasses({ variant: "quiet", size: "small" })} aria-[current=page]:bg-hover aria-[current=page]:text-foreground`}
              >
                {words.kinds[kind]}
              </Link>
            ))}
          </nav>
        </div>
        {actions.length === 0 ? (
          <p className="text-muted-foreground">{words.nothing}</p>
        ) : (
          <DataTable
            caption={words.table}
            headings={Object.values(words.columns)}
            rows={actions.map((action) => ({
              key: action.id,
              slot: "action-entry",
              cells: [
                <RelativeTime key="when" time={action.createdAt} />,
                <PersonName key="who" person={action.person} />,
                <code key="tool" className="text-xs">
                  <PlainText text={action.tool} />
                </code>,
                action.decision ? words.decisions[action.decision] : null,
                audit.outcome[action.status],
              ],
            }))}
          />
        )}
        <Pages first={cursor ? here({}) : null} next={nextCursor && here({ cursor: nextCursor })} />
      </section>
      <section className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="font-semibold text-lg">{words.administrators}</h2>
        <Entries cursor={single(query.entries)} />
      </section>
    </AdminPage>
  );
}
