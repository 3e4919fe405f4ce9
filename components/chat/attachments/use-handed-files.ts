"use client";

import { type RefObject, useEffect } from "react";

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;

/** Takes files that are dropped on an element or pasted into it. It has `data-over` while some are held above it. */
export function useHandedFiles(
  element: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const listening = new AbortController();
    const { signal } = listening;
    const listen = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => target.addEventListener(name, listener, { signal });
    listen("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      target.dataset.over = "";
    });
    listen("dragleave", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && target.contains(relatedTarget)))
        delete target.dataset.over;
    });
    listen("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      delete target.dataset.over;
      onFiles([...(event.dataTransfer?.files ?? [])]);
    });
    listen("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // What is copied from a table or a document comes as words, and as a picture of them besides.
      if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      onFiles(files);
    });
    return () => listening.abort();
  }, [element, onFiles]);
}
