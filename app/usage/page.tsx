import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { PlainText } from "@/components/results/parts/plain-text";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { usageByChat, usageByDay, usageDays } from "@/lib/server/usage/read-usage";
import { daysUntil } from "./chart-days";
import { formatDay } from "./format-day";
import { UsageChart } from "./usage-chart";
import { UsageTable } from "./usage-table";

export const metadata: Metadata = { title: "Usage" };

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
  const [byDay, byChat] = await Promise.all([usageByDay(user.id), usageByChat(user.id)]);
  const priced = [...byDay, ...byChat].some(({ cost }) => cost !== null);
  return (
    <PlainPage title="Usage">
      <p className="mt-2 text-muted-foreground">
        What the models that answer you have read and written, in tokens: about four characters
        each. Days begin at midnight UTC.
        {priced
          ? " Costs are at the price of the time; a dash means that something in it had none."
          : ""}
      </p>
      {byChat.length === 0 ? (
        <p className="mt-8 text-muted-foreground">
          Nothing yet. It begins with your first message.
        </p>
      ) : null}
      {byDay.length > 0 ? (
        <Part id="days" title={`The last ${usageDays} days`}>
          <UsageChart days={daysUntil(Date.now(), usageDays)} usage={byDay} />
          <UsageTable
            caption="Tokens by day and model, the latest first"
            headings={["Day", "Model"]}
            rows={byDay.toReversed().map((used) => ({
              key: `${used.day} ${used.model}`,
              about: [formatDay(used.day), used.model],
              used,
            }))}
            priced={priced}
          />
        </Part>
      ) : null}
      {byChat.length > 0 ? (
        <Part id="chats" title="Chats">
          <UsageTable
            caption="Tokens by chat, the most first"
            headings={["Chat"]}
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
                  "Deleted chats"
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
