import type { Metadata } from "next";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { ConnectionList } from "./connection-list";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  await requireUser("/connections");
  return (
    <PlainPage title="Connections">
      <p className="mt-2 text-muted-foreground">
        The accounts in which Branchline acts for you. You sign in at the provider; Branchline never
        sees your password.
      </p>
      <ConnectionList />
    </PlainPage>
  );
}
