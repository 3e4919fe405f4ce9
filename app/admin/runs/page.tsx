import type { Metadata } from "next";
import { addressWith, listedAt, type Parameters, single } from "@/app/search-parameters";
import { RelativeTime } from "@/components/results/parts/relative-time";
import { listRuns } from "@/lib/server/admin/runs";
import { requireAdmin } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import type { AdminRun } from "@/lib/shared/admin";
import { AdminPage } from "../admin-page";
import { DataTable } from "../data-table";
import { Pages } from "../pages";
import { PersonName } from "../person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.tabs.runs };
}

async function State({ run: { status, waitsFor } }: { run: AdminRun }) {
  const { waiting, states } = (await requestWords()).admin.runs;
  if (status === "waiting" && waitsFor) return waiting[waitsFor];
  return states[status];
}

/** What is under way, and what failed. */
export default async function RunsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  await requireAdmin("/admin/runs");
  const cursor = single((await searchParams).cursor);
  const { runs, nextCursor } = await listedAt("/admin/runs", () => listRuns(cursor));
  const words = (await requestWords()).admin.runs;
  return (
    <AdminPage tab="runs">
      <p className="mb-6 max-w-2xl text-muted-foreground">
        {runs.length === 0 ? words.nothing : words.means}
      </p>
      {runs.length === 0 ? null : (
        <DataTable
          caption={words.table}
          headings={Object.values(words.columns)}
          rows={runs.map((run) => ({
            key: run.id,
            slot: "run",
            cells: [
              <code key="run" className="text-xs">
                {run.id}
              </code>,
              <PersonName key="who" person={run.person} />,
              <State key="state" run={run} />,
              run.error ? (
                <code key="error" className="text-xs">
                  {run.error}
                </code>
              ) : null,
              <RelativeTime key="since" time={run.createdAt} />,
            ],
          }))}
        />
      )}
      <Pages
        first={cursor ? "/admin/runs" : null}
        next={nextCursor && addressWith("/admin/runs", { cursor: nextCursor })}
      />
    </AdminPage>
  );
}
