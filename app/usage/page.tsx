import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { requestLanguage, requestWords } from "@/lib/server/language";
import { usageByChat, usageByDay, usageDays } from "@/lib/server/usage/read-usage";
import { daysUntil } from "./chart-days";
import { formatDay } from "./format-day";
import { UsageChart } from "./usage-chart";
import { UsageTable } from "./usage-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).usage.title };
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

export default async function UsagePage() {
  const user = await requireUser("/usage");
  const [byDay, byChat] = await Promise.all([
    usageByDay({ userId: user.id }),
    usageByChat(user.id),
  ]);
  const words = (await requestWords()).usage;
  const language = await requestLanguage();
  const priced = [...byDay, ...byChat].some(({ cost }) => cost !== null);
  return (
    <PlainPage title={words.title}>
      <p className="mt-2 text-muted-foreground">
        {words.means}
        {priced ? ` ${words.costs}` : ""}
      </p>
      {byChat.length === 0 ? <p className="mt-8 text-muted-foreground">{words.nothing}</p> : null}
      {byDay.length > 0 ? (
        <Part id="days" title={words.lastDays(usageDays)}>
          <UsageChart days={daysUntil(Date.now(), usageDays)} usage={byDay} />
          <UsageTable
            caption={words.byDay}
            headings={[words.columns.day, words.columns.model]}
            rows={byDay.toReversed().map((used) => ({
              key: `${used.day} ${used.model}`,
              about: [formatDay(used.day, language), used.model],
              used,
            }))}
            priced={priced}
          />
        </Part>
      ) : null}
      {byChat.length > 0 ? (
        <Part id="chats" title={words.chats}>
          <UsageTable
            caption={words.byChat}
            headings={[words.columns.chat]}
            rows={byChat.map((used) => ({
              key: used.chat?.id ?? "deleted",
              about: [
                used.chat ? (
                  <Link
                    key="chat"
                    href={`/chat/${used.chat.id}`}
                    className="touch-target text-accent underline-offset-2 hover:underline"
                  >
                    <PlainText text={used.chat.title} />
                  </Link>
                ) : (
                  words.deletedChats
                ),
              ],
              used,
            }))}
            priced={priced}
          />
        </Part>
      ) : null}
    </PlainPage>
  );
}
