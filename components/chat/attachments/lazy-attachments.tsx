"use client";

import dynamic from "next/dynamic";

const loading = () => null;

// Most messages have no files: what shows them is fetched with the first that has.
export const Attachments = dynamic(
  () => import("./attachment-list").then((module) => module.AttachmentList),
  { loading },
);

export const AttachmentTray = dynamic(
  () => import("./attachment-tray").then((module) => module.AttachmentTray),
  { loading },
);

/** Comes after the page: nobody attaches a file before they can write. */
export const Attaching = dynamic(() => import("./attaching").then((module) => module.Attaching), {
  ssr: false,
  loading: () => <span className="size-8" />,
});
