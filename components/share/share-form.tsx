"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { errorView } from "@/lib/client/request";
import { createShare, updateShare } from "@/lib/client/share-api";
import type { ErrorView } from "@/lib/shared/error";
import type { Language } from "@/lib/shared/language";
import type { ShareSummary } from "@/lib/shared/sharing/api";
import { ChangeList } from "./change-list";
import { ChoiceFields } from "./choice-fields";
import { FindingsList } from "./findings-list";
import { PreviewFrame } from "./preview-frame";
import {
  creationOf,
  emptyForm,
  type ShareForm as Form,
  formOf,
  previewOf,
  updateOf,
} from "./share-form-state";
import { usePreview } from "./use-preview";

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

const clock = (time: Date, language: Language) =>
  time.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

type ShareFormProps = {
  chatId: string;
  /** The link whose copy is to be replaced; without it a new one is made. */
  share?: ShareSummary | undefined;
  onDone: (share: ShareSummary) => void;
};

/** Choices on one side, and on the other the very page that they make. */
export function ShareForm({ chatId, share, onDone }: ShareFormProps) {
  const words = useWords("sharing");
  const language = useLanguage();
  const [form, setForm] = useState<Form>(() => (share ? formOf(share) : emptyForm));
  const [round, setRound] = useState(0);
  const [openedAt] = useState(() => new Date());
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const state = usePreview(chatId, previewOf(form, share?.id), round);
  const preview = state.status === "shown" ? state.preview : undefined;
  const current = state.status === "shown" && !state.stale ? state.preview : undefined;
  const working = progress.status === "working";

  const change = (changed: Partial<Form>) => setForm({ ...form, ...changed });
  const reveal = (id: string, shown: boolean) =>
    change({
      revealed: shown ? [...form.revealed, id] : form.revealed.filter((other) => other !== id),
    });
  const save = async () => {
    if (!current) return;
    setProgress({ status: "working" });
    try {
      const { digest } = current;
      const saved = share
        ? await updateShare(share.id, updateOf(form, digest))
        : await createShare(chatId, creationOf(form, digest));
      onDone(saved);
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
      setRound(round + 1);
    }
  };

  return (
    <div className="grid gap-5 md:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="grid content-start gap-4">
        <ChoiceFields form={form} onChange={change} keeps={share !== undefined} />
      </div>
      <div className="grid min-w-0 content-start gap-3">
        <p className="rounded-lg bg-sunken px-3 py-2 text-sm">
          <strong className="font-medium">{words.copyFrom(clock(openedAt, language))}</strong>{" "}
          {words.laterStaysPrivate}
        </p>
        {preview ? (
          <FindingsList findings={preview.findings} revealed={form.revealed} onReveal={reveal} />
        ) : null}
        {preview?.changes ? <ChangeList changes={preview.changes} /> : null}
        <section
          aria-label={words.preview}
          className="h-[26rem] max-h-[55dvh] overflow-hidden rounded-lg border border-border bg-background"
        >
          <PreviewFrame state={state} onRetry={() => setRound(round + 1)} />
        </section>
        {progress.status === "failed" ? <Notice error={progress.error} /> : null}
        <Button variant="primary" size="large" disabled={working || !current} onClick={save}>
          {working ? <Spinner /> : null}
          {share ? words.update : words.create}
        </Button>
      </div>
    </div>
  );
}
