import Head from "next/head";
import { useWords } from "@/components/language/words";
import { buttonClasses } from "@/components/ui/button";
import { EmptyPage } from "@/components/ui/empty-page";
import type { Words } from "@/lib/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import type { SharedPage } from "@/lib/shared/sharing/page";
import { pageColors } from "@/lib/shared/theme";
import { SharedCopy } from "./shared-copy";

function headOf(
  page: SharedPage,
  words: Words["sharedPage"],
): { title: string; imageAddress: string | null } {
  switch (page.kind) {
    case "copy":
      return {
        title: revealHiddenCharacters(page.document.title),
        imageAddress: page.imageAddress,
      };
    case "gone":
      return { title: words.goneTitle, imageAddress: null };
  }
}

function Gone({ signedIn }: { signedIn: boolean }) {
  const words = useWords("sharedPage");
  return (
    <EmptyPage
      title={words.goneTitle}
      actions={
        <>
          {signedIn ? null : (
            <a href="?sign-in" className={buttonClasses({ variant: "primary" })}>
              {words.signIn}
            </a>
          )}
          <a href="/" className={buttonClasses()}>
            {words.toBranchline}
          </a>
        </>
      }
    >
      {words.gone}
      {signedIn ? null : ` ${words.maybeForSignedIn}`}
    </EmptyPage>
  );
}

/** The page that whoever opens a share gets: its copy, or that there is none. */
export function SharedPageView({ page }: { page: SharedPage }) {
  const { title, imageAddress } = headOf(page, useWords("sharedPage"));
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
          content={pageColors.light}
        />
        <meta
          key="dark"
          name="theme-color"
          media="(prefers-color-scheme: dark)"
          content={pageColors.dark}
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
