"use client";

import { type ComponentProps, memo, type RefObject, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/language/words";
import { textOf } from "@/lib/shared/message-text";
import { messageElementId } from "./prompt-menu";
import { ThreadItem } from "./thread-item";
import type { WatchDistance } from "./use-distance";

/** Stands in for a message that is far away: its words can be found on the page, and then it is there again. */
function Absent({ text, onFound }: { text: string; onFound: () => void }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = words.current;
    element?.addEventListener("beforematch", onFound);
    return () => element?.removeEventListener("beforematch", onFound);
  }, [onFound]);
  // React knows this attribute as one that is there or not.
  useEffect(() => words.current?.setAttribute("hidden", "until-found"), []);
  return (
    <div ref={words} hidden>
      {text}
    </div>
  );
}

type ThreadRowProps = ComponentProps<typeof ThreadItem> & {
  /** It is laid out only near the window, for it stands before the last ones. */
  old: boolean;
  /** Far from the window it may be an empty box, for there are many. */
  leaves: boolean;
  /** The reader came for it: `ref` brings it into sight. */
  sought?: RefObject<HTMLDivElement | null> | undefined;
  watch: WatchDistance;
};

/**
 * A message in its place. One of many, far from the window, is a box of the height that it had: what is on the page does not grow
 * with what was read. What the reader has pressed something in, or has the focus in, stays as they left it.
 */
export const ThreadRow = memo(function ThreadRow({
  old,
  leaves,
  sought,
  watch,
  ...item
}: ThreadRowProps) {
  const { id } = item.message;
  const words = useWords("chat").thread;
  const own = useRef<HTMLDivElement>(null);
  const row = sought ?? own;
  const used = useRef(sought !== undefined);
  const [height, setHeight] = useState<number>();
  const [come] = useState(() => () => setHeight(undefined));
  const absent = leaves && height !== undefined;

  useEffect(() => {
    if (!leaves || !row.current) return;
    return watch(row.current, ({ isIntersecting, boundingClientRect }) => {
      if (isIntersecting) setHeight(undefined);
      else if (!used.current) setHeight(boundingClientRect.height);
    });
  }, [leaves, row, watch]);

  const use = () => {
    used.current = true;
  };
  const layout =
    old && !sought ? "[contain-intrinsic-size:auto_8rem] [content-visibility:auto]" : "";
  return (
    <div
      ref={row}
      id={messageElementId(id)}
      tabIndex={-1}
      data-found={sought ? "" : undefined}
      data-absent={absent ? "" : undefined}
      onClickCapture={use}
      onFocusCapture={use}
      style={absent ? { height } : undefined}
      className={`-mx-2 scroll-mt-4 rounded-lg px-2 pb-5 ${sought ? "outline-none" : layout}`}
    >
      {sought ? <span className="sr-only">{words.soughtFor}</span> : null}
      {absent ? <Absent text={textOf(item.message)} onFound={come} /> : <ThreadItem {...item} />}
    </div>
  );
});
