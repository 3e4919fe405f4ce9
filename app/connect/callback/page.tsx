import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { returnFromConsent } from "@/lib/server/router/connections/check-attempt";
import type { ConnectionState } from "@/lib/shared/connection";

export const metadata: Metadata = { title: "Bitbucket connection", robots: { index: false } };

function explain(state: ConnectionState | null): { title: string; text: string } {
  switch (state?.status) {
    case "connected":
      return {
        title: state.account ? `Connected as ${state.account}` : "Connected",
        text: "Your chat goes on by itself. You can close this tab.",
      };
    case "failed":
      return {
        title: "Bitbucket was not connected",
        text: `${state.reason} Go back to your chat to try again.`,
      };
    case "expired":
      return {
        title: "This link is no longer valid",
        text: "Go back to your chat and get a new one.",
      };
    case "declined":
      return {
        title: "Not connected",
        text: "You chose not to connect Bitbucket now. You can close this tab.",
      };
    case "needed":
    case "opened":
    case "waiting":
      return {
        title: "Checking…",
        text: "Bitbucket has not confirmed yet. Your chat goes on by itself when it has.",
      };
    case undefined:
      return {
        title: "This link is not yours",
        text: "It was made for somebody else, or used already. Nothing was connected.",
      };
  }
}

/** Where the provider sends the browser back to. Its parameters only say which attempt to ask the router about. */
export default async function ConnectCallbackPage({
  searchParams,
}: {
  searchParams: Promise<{ state?: string | string[] }>;
}) {
  const { state: secret } = await searchParams;
  const user = await requireUser();
  const attempt = typeof secret === "string" ? await returnFromConsent(user.id, secret) : null;
  if (attempt && !attempt.runId) redirect("/connections");
  const { title, text } = explain(attempt?.state ?? null);
  return (
    <EmptyPage title={title}>
      <p>{text}</p>
    </EmptyPage>
  );
}
