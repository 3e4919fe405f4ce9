"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/**
 * Knows whether a scroller shows its end. The scroller is a reversed column, so its end is at scroll position 0 and the
 * browser itself keeps it in view while content grows; no script moves it.
 */
export function useScrollEnd(): {
  scroller: RefObject<HTMLDivElement | null>;
  end: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  scrollToEnd: () => void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);

  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => setAtEnd(entry?.isIntersecting ?? true),
      { root: scroller.current, rootMargin: "0px 0px 96px 0px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);

  const scrollToEnd = useCallback(() => scroller.current?.scrollTo({ top: 0 }), []);
  return { scroller, end, atEnd, scrollToEnd };
}
