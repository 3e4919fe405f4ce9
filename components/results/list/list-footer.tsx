"use client";

import { useWords } from "@/components/language/words";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { Words } from "@/lib/language/words";
import type { ErrorView } from "@/lib/shared/error";
import { CardFooter, FooterButton } from "../parts/card";
import type { Paged } from "../schema/paged";

/** What can be done about entries that are not shown. */
export type Missing =
  | { kind: "nothing" }
  /** They are here. */
  | { kind: "hidden"; onShow: () => void }
  | { kind: "later"; loading: boolean; error: ErrorView | undefined; onLoad: () => void }
  /** The tool gives a first page only, and its list has more. */
  | { kind: "out-of-reach" }
  /** Whoever looks has no way into the app. */
  | { kind: "elsewhere" };

type ListFooterProps = {
  list: Paged<unknown>;
  /** Entries that are on the screen. */
  shown: number;
  missing: Missing;
  /** More pages than the first were fetched. */
  grown: boolean;
};

type ListWords = Words["results"]["list"];

function countWords({ list, shown, missing, grown }: ListFooterProps, words: ListWords): string {
  const known = missing.kind === "hidden" ? (list.total ?? list.entries.length) : list.total;
  const from = list.page > 1 && !grown ? words.fromPage(list.page) : "";
  switch (missing.kind) {
    case "nothing":
      return grown ? words.allShown(shown) : "";
    case "hidden":
    case "later":
    case "elsewhere":
      return known === undefined
        ? words.firstOfMore(shown, from)
        : `${words.shownOf(shown, known)}${from}`;
    case "out-of-reach":
      return words.noFurtherPages(
        known === undefined ? words.firstOnly(shown) : words.shownOf(shown, known),
      );
  }
}

function FooterAction({ list, missing }: { list: Paged<unknown>; missing: Missing }) {
  const words = useWords("results").list;
  const { tryAgain } = useWords("common");
  switch (missing.kind) {
    case "hidden":
      return (
        <FooterButton onClick={missing.onShow}>{words.showAll(list.entries.length)}</FooterButton>
      );
    case "later":
      return (
        <FooterButton onClick={missing.onLoad} busy={missing.loading}>
          {missing.loading ? <Spinner className="mr-1 inline" /> : null}
          {missing.loading ? words.loading : missing.error ? tryAgain : words.loadMore}
        </FooterButton>
      );
    case "nothing":
    case "out-of-reach":
    case "elsewhere":
      return null;
  }
}

/** The end of a list: what is missing, in words, and the way to it. */
export function ListFooter(props: ListFooterProps) {
  const { list, missing } = props;
  const words = useWords("results").list;
  const counted = countWords(props, words);
  const unreadable = list.unreadable > 0 ? words.unreadable(list.unreadable) : undefined;
  if (!counted && !unreadable) return null;
  return (
    <>
      {missing.kind === "later" && missing.error ? (
        <div className="border-border border-t p-2">
          <Notice error={missing.error} />
        </div>
      ) : null}
      <CardFooter>
        <span role={props.grown ? "status" : undefined}>
          {[counted, unreadable].filter(Boolean).join(" · ")}
        </span>
        <FooterAction list={list} missing={missing} />
      </CardFooter>
    </>
  );
}
