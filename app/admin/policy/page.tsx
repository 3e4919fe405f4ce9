import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { requireAdmin } from "@/lib/server/auth";
import { environment } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { readPolicy } from "@/lib/server/policy/everyone";
import { AdminPage } from "../admin-page";
import { PolicyForm } from "./policy-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).admin.tabs.policy };
}

/** What holds for everybody. */
export default async function PolicyPage() {
  await requireAdmin("/admin/policy");
  const { toolkits, model, limits } = environment();
  const { policy: words } = (await requestWords()).admin;
  const { messagesPerMinute, liveRuns, tokensPerDay, attachmentSpace } = limits;
  return (
    <AdminPage tab="policy">
      <p className="mb-6 max-w-2xl text-muted-foreground">{words.means}</p>
      <WordsFor room="admin">
        <PolicyForm
          policy={await readPolicy()}
          toolkits={toolkits}
          models={model.names}
          usual={{
            messagesPerMinute,
            liveRuns,
            tokensPerDay: tokensPerDay ?? null,
            attachmentSpaceMb: attachmentSpace / 1_000_000,
          }}
        />
      </WordsFor>
    </AdminPage>
  );
}
