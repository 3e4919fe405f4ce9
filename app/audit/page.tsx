import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { listedAt, type Parameters } from "@/app/search-parameters";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { buttonClasses } from "@/components/ui/button";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { listChats } from "@/lib/server/chats/list-chats";
import { serviceModes } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { listActions } from "@/lib/server/policy/audit";
import { type AuditFilter, readAuditFilter } from "@/lib/server/policy/audit-filter";
import { addressFor } from "./address";
import { AuditTable } from "./audit-table";
import { FilterForm } from "./filter-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).audit.title };
}

const rowsOnPage = 50;

type PageProps = { searchParams: Promise<Parameters> };

/** The page's address as it was asked for; of what is said several times, the first counts. */
function queryOf(parameters: Parameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

async function readPage(userId: string, query: URLSearchParams) {
  const filter = readAuditFilter(query);
  const cursor = query.get("cursor") ?? undefined;
  return { filter, ...(await listActions(userId, filter, { cursor, limit: rowsOnPage })) };
}

/** The chats to choose from: the latest, and the chosen one. */
async function chatsToChoose(userId: string, chosen: string | undefined, title: string) {
  const { chats } = await listChats(userId);
  return chosen && !chats.some(({ id }) => id === chosen)
    ? [{ id: chosen, title }, ...chats]
    : chats;
}

async function Nothing({ filtered }: { filtered: boolean }) {
  const words = (await requestWords()).audit;
  return (
    <div
      data-slot="nothing"
      className="rounded-xl border border-border bg-surface px-4 py-10 text-center text-muted-foreground"
    >
      <p className="font-medium text-foreground">{filtered ? words.nothingFits : words.nothing}</p>
      <p className="mt-1 text-sm">{filtered ? words.chooseLess : words.nothingMeans}</p>
    </div>
  );
}

async function Pages({
  filter,
  cursor,
  next,
}: {
  filter: AuditFilter;
  cursor: boolean;
  next: string | null;
}) {
  const words = (await requestWords()).audit;
  return (
    <nav aria-label={words.pages} className="mt-4 flex justify-between gap-2 empty:hidden">
      {cursor ? (
        <Link href={addressFor("/audit", filter, {})} className={buttonClasses()}>
          {words.latest}
        </Link>
      ) : null}
      {next ? (
        <Link
          href={addressFor("/audit", filter, { cursor: next })}
          className={`ml-auto ${buttonClasses()}`}
        >
          {words.earlier}
        </Link>
      ) : null}
    </nav>
  );
}

/** What was done in a person's name: looked up, asked, decided, done. */
export default async function AuditPage({ searchParams }: PageProps) {
  const user = await requireUser("/audit");
  const query = queryOf(await searchParams);
  const { filter, records, nextCursor } = await listedAt("/audit", () => readPage(user.id, query));
  const words = (await requestWords()).audit;
  const chosenTitle = records[0]?.chat.title ?? words.anotherChat;
  const chats = await chatsToChoose(user.id, filter.chatId, chosenTitle);
  const filtered = filter.kind !== "all" || Boolean(filter.chatId || filter.text);
  return (
    <PlainPage title={words.title} width="wide">
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p className="max-w-2xl text-muted-foreground">{words.means}</p>
        <a
          href={addressFor("/api/actions", filter, { format: "csv" })}
          download
          className={buttonClasses()}
        >
          <Download aria-hidden className="size-4" />
          {words.download}
        </a>
      </div>
      <div className="mt-6 mb-4">
        <FilterForm filter={filter} chats={chats} />
      </div>
      <ServiceModesProvider value={serviceModes()}>
        {records.length === 0 ? (
          <Nothing filtered={filtered} />
        ) : (
          <AuditTable records={records} readerId={user.id} />
        )}
      </ServiceModesProvider>
      <Pages filter={filter} cursor={query.has("cursor")} next={nextCursor} />
    </PlainPage>
  );
}
