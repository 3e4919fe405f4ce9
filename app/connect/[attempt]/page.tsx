import type { Metadata } from "next";
import { ConnectExplanation } from "@/components/activity/connect/connect-explanation";
import { connectHeadline } from "@/components/activity/connect/connect-headline";
import { signInPlace } from "@/components/activity/connect/provider";
import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { WordsFor } from "@/components/language/words-for";
import { Button } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";
import { requireUser } from "@/lib/server/auth";
import { serviceModes } from "@/lib/server/environment";
import { foundPage } from "@/lib/server/http/found-page";
import { identifier } from "@/lib/server/http/identifier";
import { requestWords } from "@/lib/server/language";
import { readAttempt, viewOfAttempt } from "@/lib/server/router/connections/attempts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).connections.attempt.pageTitle, robots: { index: false } };
}

/** Where a copied connect link leads: it needs its owner's session, and says what follows before anything is opened. */
export default async function ConnectPage({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt: id } = await params;
  const user = await requireUser(`/connect/${id}`);
  const attempt = await foundPage(user.id, async () =>
    readAttempt(user.id, identifier(id, "connection")),
  );
  const finished = attempt.status === "connected" || attempt.status === "declined";
  const embedded = serviceModes().router === "embedded";
  const connection = viewOfAttempt(attempt);
  const { common, connect: words, connections } = await requestWords();
  const text = connections.attempt;
  const name = toolkitName(attempt.toolkit);
  const failed = connection.state.status === "failed";
  const place = signInPlace(attempt.toolkit, words);
  const title = failed ? connectHeadline(connection, words) : words.actions.connect(name);
  return (
    <EmptyPage title={finished ? text.finishedTitle : title}>
      {finished ? (
        <p>{text.finished}</p>
      ) : (
        <>
          {failed ? (
            <div className="mb-4">
              <WordsFor room="connect">
                <ConnectExplanation connection={connection} />
              </WordsFor>
            </div>
          ) : null}
          <p>
            {text.asWhom.before}
            <strong>{user.name}</strong>
            {text.asWhom.after} {text.signIn(embedded ? text.madeUpPage : place)}
          </p>
          <form method="post" className="mt-4" action={`/connect/${attempt.id}/open`}>
            <Button type="submit" variant="primary" size="large">
              {failed ? common.tryAgain : text.continueTo(name)}
            </Button>
          </form>
        </>
      )}
    </EmptyPage>
  );
}
