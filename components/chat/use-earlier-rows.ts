"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** Rows laid out at first, and added each time the reader nears the top. */
const portion = 40;

/** How far from the top of the scroller the next portion is added. */
const margin = "800px 0px 0px 0px";

/**
 * Where to start showing a long list whose end matters most: the number of the first row, which falls as the reader
 * scrolls up to `top`, an element above the first row. Rows added in front do not move the view: the scroller is a reversed
 * column, and keeps its distance from the end.
 */
export function useEarlierRows(
  count: number,
  scroller: RefObject<HTMLElement | null>,
): { first: number; top: RefObject<HTMLDivElement | null> } {
  const [first, setFirst] = useState(() => Math.max(0, count - portion));
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!top.current || first === 0) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setFirst(Math.max(0, first - portion));
      },
      { root: scroller.current, rootMargin: margin },
    );
    observer.observe(top.current);
    return () => observer.disconnect();
  }, [first, scroller]);

  return { first, top };
}
