"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";

/** What stands further from the window than this is far away: twice its height on either side. */
const margin = "200% 0px";

type Report = (place: IntersectionObserverEntry) => void;
/** Has an element of the scroller watched; it is told when it comes near the window and when it is far away. Ends with what is returned. */
export type WatchDistance = (element: Element, report: Report) => () => void;

/** One observer for all rows of a scroller. */
export function useDistance(scroller: RefObject<HTMLElement | null>): WatchDistance {
  const reports = useRef(new Map<Element, Report>());
  const observer = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    const told = (places: IntersectionObserverEntry[]) => {
      for (const place of places) reports.current.get(place.target)?.(place);
    };
    observer.current = new IntersectionObserver(told, {
      root: scroller.current,
      rootMargin: margin,
    });
    for (const element of reports.current.keys()) observer.current.observe(element);
    return () => observer.current?.disconnect();
  }, [scroller]);

  return useCallback((element, report) => {
    reports.current.set(element, report);
    observer.current?.observe(element);
    return () => {
      reports.current.delete(element);
      observer.current?.unobserve(element);
    };
  }, []);
}
