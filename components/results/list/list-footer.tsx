"use client";

import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
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

const count = (number: number) => number.toLocaleString("en");

function countWords({ list, shown, missing, grown }: ListFooterProps): string {
  const known = missing.kind === "hidden" ? (list.total ?? list.entries.length) : list.total;
  const from = list.page > 1 && !grown ? ` from page ${list.page}` : "";
  switch (missing.kind) {
    case "nothing":
      return grown ? `All ${count(shown)} shown` : "";
    case "hidden":
    case "later":
    case "elsewhere":
      return known === undefined
        ? `The first ${count(shown)}${from}, and there are more`
        : `${count(shown)} shown of ${count(known)}${from}`;
    case "out-of-reach": {
      const part = known === undefined ? `The first ${count(shown)}` : `${shown} shown of ${known}`;
      return `${part} – the tool gives no further pages; ask for part of them, by name, say`;
    }
  }
}

function FooterAction({ list, missing }: { list: Paged<unknown>; missing: Missing }) {
  switch (missing.kind) {
    case "hidden":
      return (
        <FooterButton onClick={missing.onShow}>Show all {count(list.entries.length)}</FooterButton>
      );
    case "later":
      return (
        <FooterButton onClick={missing.onLoad} busy={missing.loading}>
          {missing.loading ? <Spinner className="mr-1 inline" /> : null}
          {missing.loading ? "Loading…" : missing.error ? "Try again" : "Load more"}
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
  const words = countWords(props);
  const unreadable =
    list.unreadable > 0 ? `${count(list.unreadable)} could not be read` : undefined;
  if (!words && !unreadable) return null;
  return (
    <>
      {missing.kind === "later" && missing.error ? (
        <div className="border-border border-t p-2">
          <Notice error={missing.error} />
        </div>
      ) : null}
      <CardFooter>
        <span role={props.grown ? "status" : undefined}>
          {[words, unreadable].filter(Boolean).join(" · ")}
        </span>
        <FooterAction list={list} missing={missing} />
      </CardFooter>
    </>
  );
}
