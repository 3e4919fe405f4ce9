import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { type Parameters, single } from "@/app/search-parameters";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";
import { requestWords } from "@/lib/server/language";
import { viewOfAttempt } from "@/lib/server/router/connections/attempts";
import { currentBrowser } from "@/lib/server/router/connections/browser";
import { returnFromConsent } from "@/lib/server/router/connections/return-from-consent";
import { Permissions, Workspaces } from "./connected-account";
import { explainReturn } from "./explain-return";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).connections.outcome.pageTitle, robots: { index: false } };
}

/**
 * Where the provider sends the browser back to. Its parameters prove nothing but which link it followed: what counts is that
 * this is the browser that started. It is open to everybody, because a stranger who lands here has to end the attempt.
 */
export default async function ConnectCallbackPage({
  searchParams,
}: {
  searchParams: Promise<Parameters>;
}) {
  const query = await searchParams;
  const secret = single(query.state);
  const outcome = secret
    ? await returnFromConsent(await currentBrowser(), secret, single(query.session_uri))
    : ({ kind: "unknown" } as const);
  const words = await requestWords();
  if (outcome.kind !== "own") {
    const { title, text } = explainReturn(outcome, "", words);
    return (
      <EmptyPage title={title}>
        <p>{text}</p>
      </EmptyPage>
    );
  }
  const { attempt, accountId } = outcome;
  const connection = viewOfAttempt(attempt);
  const onwards = attempt.runId
    ? words.connections.outcome.chatGoesOn
    : words.connections.outcome.askInChat;
  const { title, text } = explainReturn({ kind: "own", connection }, onwards, words);
  return (
    <EmptyPage
      title={title}
      actions={
        attempt.runId ? null : (
          <Link href="/connections" className={buttonClasses()}>
            {words.connections.outcome.toConnections}
          </Link>
        )
      }
    >
      <p>{text}</p>
      {connection.state.status === "connected" ? (
        <>
          <Suspense fallback={<p className="mt-3">{words.connections.workspaces.asking}</p>}>
            <Workspaces userId={attempt.userId} toolkit={attempt.toolkit} accountId={accountId} />
          </Suspense>
          <Permissions toolkit={attempt.toolkit} />
        </>
      ) : null}
    </EmptyPage>
  );
}
