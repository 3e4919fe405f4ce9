import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WordsFor } from "@/components/language/words-for";
import { PlainText } from "@/components/results/parts/plain-text";
import { EmptyPage } from "@/components/ui/empty-page";
import { requireUser } from "@/lib/server/auth";
import { requestWords } from "@/lib/server/language";
import { readShare } from "@/lib/server/sharing/read-share";
import { ContinueButton } from "./continue-button";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await requestWords()).sharing.continue.pageTitle,
    robots: { index: false, follow: false, noarchive: true },
    referrer: "same-origin",
  };
}

type PageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

export default async function ContinuePage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const version = Number((await searchParams).version);
  const query = Number.isSafeInteger(version) ? `?version=${version}` : "";
  const user = await requireUser(`/continue/${encodeURIComponent(token)}${query}`);
  const shared = await readShare(token, user.id);
  if (!shared) notFound();
  const words = (await requestWords()).sharing.continue;
  const current = shared.version === version;
  return (
    <EmptyPage
      title={current ? words.title : words.changedTitle}
      actions={
        <>
          {current ? (
            <WordsFor room="sharing">
              <ContinueButton token={token} version={version} />
            </WordsFor>
          ) : null}
          <a
            href={`/share/${encodeURIComponent(token)}`}
            className="inline-flex h-8 items-center rounded-lg px-3 text-muted-foreground text-sm hover:bg-hover hover:text-foreground"
          >
            {current ? words.back : words.lookAgain}
          </a>
        </>
      }
    >
      {current ? (
        <>
          {words.means.before}
          <PlainText text={shared.document.title} />
          {words.means.after}
        </>
      ) : (
        words.changed
      )}
    </EmptyPage>
  );
}
