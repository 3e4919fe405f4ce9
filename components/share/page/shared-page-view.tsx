import Head from "next/head";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/plain-page";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { SharedPage } from "@/lib/shared/sharing/page";
import { SharedCopy } from "./shared-copy";

function headOf(page: SharedPage): { title: string; imageAddress: string | null } {
  switch (page.kind) {
    case "copy":
      return {
        title: revealHiddenCharacters(page.document.title),
        imageAddress: page.imageAddress,
      };
    case "gone":
      return { title: "There is nothing here", imageAddress: null };
  }
}

function Gone({ signedIn }: { signedIn: boolean }) {
  return (
    <EmptyPage
      title="There is nothing here"
      actions={
        <>
          {signedIn ? null : (
            <a href="?sign-in" className={buttonClasses({ variant: "primary" })}>
              Sign in
            </a>
          )}
          <a href="/" className={buttonClasses()}>
            Go to Branchline
          </a>
        </>
      }
    >
      The address may be wrong, or what was here is no longer shared.
      {signedIn ? null : " Some copies can be read only by people who are signed in."}
    </EmptyPage>
  );
}

/** The page that whoever opens a share gets: its copy, or that there is none. */
export function SharedPageView({ page }: { page: SharedPage }) {
  const { title, imageAddress } = headOf(page);
  return (
    <>
      <Head>
        <title>{`${title} – Branchline`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta
          key="light"
          name="theme-color"
          media="(prefers-color-scheme: light)"
          content="#fbfaf7"
        />
        <meta
          key="dark"
          name="theme-color"
          media="(prefers-color-scheme: dark)"
          content="#181715"
        />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {imageAddress ? <meta property="og:title" content={title} /> : null}
        {imageAddress ? <meta property="og:type" content="article" /> : null}
        {imageAddress ? <meta property="og:image" content={imageAddress} /> : null}
        {imageAddress ? <meta name="twitter:card" content="summary_large_image" /> : null}
      </Head>
      {page.kind === "copy" ? <SharedCopy page={page} /> : <Gone signedIn={page.signedIn} />}
    </>
  );
}
