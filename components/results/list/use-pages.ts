"use client";

import { useCallback, useMemo, useState } from "react";
import type { z } from "zod";
import { errorView, jsonRequest, requestJson } from "@/lib/client/request";
import { say } from "@/lib/client/say";
import { errorViewOf } from "@/lib/language/sentence";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import type { Paged } from "../schema/paged";
import { unwrapResult } from "../schema/unwrap";

type Loading = { status: "idle" } | { status: "loading" } | { status: "failed"; error: ErrorView };

type LaterPages<Entry> = {
  entries: Entry[];
  unreadable: number;
  hasMore: boolean;
  /** The action that brought the last of them. */
  lastId: string;
};

const unreadablePage = errorViewOf("unreadable_page", say("nextPageUnreadable"));

/** The entries without those that came before: between two pages somebody may have added one, which moves the others. */
function withoutKnown<Entry>(
  known: readonly Entry[],
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  const keys = new Set(known.map(keyOf));
  return entries.filter((entry) => !keys.has(keyOf(entry)));
}

/** A list's pages: the one that came with the answer, and those that the card itself has fetched since. */
export function usePages<Entry>(
  action: ActionView,
  list: Paged<Entry>,
  schema: z.ZodType<Paged<Entry>>,
  keyOf: (entry: Entry) => string,
) {
  const [later, setLater] = useState<LaterPages<Entry>>();
  const [loading, setLoading] = useState<Loading>({ status: "idle" });
  const known = useMemo(
    () => (later ? [...list.entries, ...later.entries] : list.entries),
    [list, later],
  );
  const lastId = later?.lastId ?? action.id;

  /** Fetches the next page. Says `last` when there is none behind it. */
  const loadMore = useCallback(async (): Promise<"more" | "last" | "failed"> => {
    setLoading({ status: "loading" });
    try {
      const path = `/api/actions/${encodeURIComponent(lastId)}/next-page`;
      const { id, result } = await requestJson(path, "nextPage", jsonRequest("POST", {}));
      const page = schema.safeParse(unwrapResult(result)).data;
      if (!page) {
        setLoading({ status: "failed", error: unreadablePage });
        return "failed";
      }
      const added = withoutKnown(known, page.entries, keyOf);
      setLater((before) => ({
        entries: [...(before?.entries ?? []), ...added],
        unreadable: (before?.unreadable ?? 0) + page.unreadable,
        hasMore: page.hasNextPage,
        lastId: id,
      }));
      setLoading({ status: "idle" });
      return page.hasNextPage ? "more" : "last";
    } catch (error) {
      setLoading({ status: "failed", error: errorView(error) });
      return "failed";
    }
  }, [lastId, schema, known, keyOf]);

  const whole = useMemo(() => {
    if (!later) return list;
    const { hasMore } = later;
    const unreadable = list.unreadable + later.unreadable;
    return { ...list, entries: known, unreadable, hasMore, hasNextPage: hasMore };
  }, [list, later, known]);
  return { list: whole, grown: later !== undefined, loading, loadMore };
}
