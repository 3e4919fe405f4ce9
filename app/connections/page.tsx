import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { serviceModes } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { offeredToolkits } from "@/lib/server/policy/in-force";
import { ConnectionList } from "./connection-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).connections.title };
}

export default async function ConnectionsPage() {
  await requireUser("/connections");
  const words = (await requestWords()).connections;
  return (
    <PlainPage title={words.title}>
      <p className="mt-2 text-muted-foreground">{words.means}</p>
      <ServiceModesProvider value={serviceModes()}>
        <WordsFor room="connect">
          <WordsFor room="connections">
            <ConnectionList toolkits={await offeredToolkits()} />
          </WordsFor>
        </WordsFor>
      </ServiceModesProvider>
    </PlainPage>
  );
}
