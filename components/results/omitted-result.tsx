"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { Button, buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { errorView, request } from "@/lib/client/request";
import type { ActionView } from "@/lib/shared/action";
import type { ErrorView } from "@/lib/shared/error";
import { LongText } from "./long-text";
import { Card } from "./parts/card";
import { formatBytes } from "./parts/format-bytes";

type Whole =
  | { status: "left" }
  | { status: "loading" }
  | { status: "failed"; error: ErrorView }
  | { status: "shown"; text: string };

type OmittedResultProps = {
  action: ActionView;
  bytes: number;
  /** A copy that strangers read: the rest is not theirs. */
  readOnly: boolean;
};

/** A result that was too large to travel with its message: how large it is, and all of it when somebody asks. */
export function OmittedResult({ action, bytes, readOnly }: OmittedResultProps) {
  const [whole, setWhole] = useState<Whole>({ status: "left" });
  const words = useWords("results").text;
  const language = useLanguage();
  const path = `/api/actions/${encodeURIComponent(action.id)}/result`;
  const load = async () => {
    setWhole({ status: "loading" });
    try {
      const response = await request(path);
      setWhole({ status: "shown", text: await response.text() });
    } catch (error) {
      setWhole({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <Card label={words.result}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-3 py-2">
        <p className="text-muted-foreground">{words.tooLarge(formatBytes(bytes, language))}</p>
        {readOnly ? null : (
          <span className="flex gap-2">
            {whole.status === "shown" ? null : (
              <Button size="small" disabled={whole.status === "loading"} onClick={load}>
                {whole.status === "loading" ? <Spinner /> : null}
                {words.showAll}
              </Button>
            )}
            <a
              href={path}
              download={`${action.tool.toLowerCase()}.txt`}
              className={buttonClasses({ variant: "quiet", size: "small" })}
            >
              {words.download}
            </a>
          </span>
        )}
      </div>
      {whole.status === "failed" ? (
        <div className="px-3 pb-3">
          <Notice error={whole.error} />
        </div>
      ) : null}
      {whole.status === "shown" ? <LongText label={words.allOfResult} text={whole.text} /> : null}
    </Card>
  );
}
