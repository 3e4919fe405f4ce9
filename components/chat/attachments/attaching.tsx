"use client";

import { type RefObject, useEffect, useState } from "react";
import { AttachmentStore } from "@/lib/client/attachments/attachment-store";
import { AttachButton } from "./attach-button";
import { useHandedFiles } from "./use-handed-files";

/** The ways in which files come to a message: chosen with a button, dropped on its form, pasted into it. Of one draft only. */
export function Attaching({
  draftKey,
  form,
  label,
  disabled,
  onOpen,
}: {
  draftKey: string;
  form: RefObject<HTMLElement | null>;
  label: string;
  disabled: boolean;
  /** Hears where the files of the draft are kept. */
  onOpen: (store: AttachmentStore) => void;
}) {
  const [store] = useState(() => new AttachmentStore(draftKey));
  useEffect(() => onOpen(store), [store, onOpen]);
  useHandedFiles(form, store.add);
  return <AttachButton label={label} disabled={disabled} onFiles={store.add} />;
}
