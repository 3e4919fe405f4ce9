import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import { MyShares } from "./my-shares";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).sharing.mine.title };
}

export default async function SharesPage() {
  await requireUser("/shares");
  const words = (await requestWords()).sharing.mine;
  return (
    <PlainPage title={words.title}>
      <p className="mt-2 text-muted-foreground">{words.means}</p>
      <WordsFor room="sharing">
        <MyShares />
      </WordsFor>
    </PlainPage>
  );
}
