import type { Metadata } from "next";
import { WordsFor } from "@/components/language/words-for";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { environment, serviceModes } from "@/lib/server/environment";
import { ConnectionList } from "./connection-list";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  await requireUser("/connections");
  return (
    <PlainPage title="Connections">
      <p className="mt-2 text-muted-foreground">
        The accounts in which Branchline acts for you. Each chat works as one of them.
      </p>
      <ServiceModesProvider value={serviceModes()}>
        <WordsFor room="connect">
          <ConnectionList toolkits={environment().toolkits} />
        </WordsFor>
      </ServiceModesProvider>
    </PlainPage>
  );
}
