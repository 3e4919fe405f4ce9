import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlainText } from "@/components/results/parts/plain-text";
import { EmptyPage } from "@/components/ui/plain-page";
import { requireUser } from "@/lib/server/auth";
import { readShare } from "@/lib/server/sharing/read-share";
import { ContinueButton } from "./continue-button";

export const metadata: Metadata = {
  title: "Continue a shared chat",
  robots: { index: false, follow: false, noarchive: true },
  referrer: "same-origin",
};

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
  const current = shared.version === version;
  return (
    <EmptyPage
      title={current ? "Continue in your account" : "The copy has changed"}
      actions={
        <>
          {current ? <ContinueButton token={token} version={version} /> : null}
          <a
            href={`/share/${encodeURIComponent(token)}`}
            className="inline-flex h-8 items-center rounded-lg px-3 text-muted-foreground text-sm hover:bg-hover hover:text-foreground"
          >
            {current ? "Back to the copy" : "Look at it again"}
          </a>
        </>
      }
    >
      {current ? (
        <>
          “<PlainText text={shared.document.title} />” becomes a chat of yours, with what its page
          shows. Its owner does not see what you do with it, and you do not see what comes after.
        </>
      ) : (
        "Its owner has updated it since you read it."
      )}
    </EmptyPage>
  );
}
