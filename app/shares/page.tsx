import type { Metadata } from "next";
import { PlainPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { MyShares } from "./my-shares";

export const metadata: Metadata = { title: "My shares" };

export default async function SharesPage() {
  await requireUser("/shares");
  return (
    <PlainPage title="My shares">
      <p className="mt-2 text-muted-foreground">
        Copies of your chats that others can read. One that you stop is gone at once; what somebody
        has copied from it stays with them.
      </p>
      <MyShares />
    </PlainPage>
  );
}
