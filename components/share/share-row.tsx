"use client";

import { QrCode as QrIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useWords } from "@/components/language/words";
import { CopyButton } from "@/components/results/parts/copy-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { OverlayComing } from "@/components/ui/overlay-coming";
import { errorView } from "@/lib/client/request";
import { revokeShare } from "@/lib/client/share-api";
import type { ErrorView } from "@/lib/shared/error";
import type { ShareSummary } from "@/lib/shared/sharing/api";
import { ShareFacts } from "./share-facts";

const QrCode = dynamic(() => import("./qr-code").then((module) => module.QrCode), {
  loading: OverlayComing,
});

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "failed"; error: ErrorView };

type ShareRowProps = {
  share: ShareSummary;
  /** Which chat it is of, where that is not plain. */
  heading?: ReactNode;
  onRevoked: () => void;
  /** Opens what takes a new copy. */
  onUpdate?: () => void;
};

/** A link, what is to know of it, and what can be done with it. */
export function ShareRow({ share, heading, onRevoked, onUpdate }: ShareRowProps) {
  const words = useWords("sharing");
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const [showsCode, setShowsCode] = useState(false);
  const address = new URL(share.path, location.origin).href;
  const revoke = async () => {
    setProgress({ status: "working" });
    try {
      await revokeShare(share.id);
      onRevoked();
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };
  return (
    <li data-slot="share-row" className="grid gap-2 p-3">
      {heading}
      <ShareFacts share={share} />
      <input
        readOnly
        aria-label={words.row.link}
        value={address}
        onFocus={(event) => event.target.select()}
        className="h-8 w-full min-w-0 truncate rounded-lg border border-border bg-sunken px-2.5 font-mono text-xs"
      />
      <div className="flex flex-wrap items-center gap-1">
        <CopyButton label={words.row.copyLink} text={() => address} />
        <Button
          variant="quiet"
          size="small"
          aria-expanded={showsCode}
          onClick={() => setShowsCode(!showsCode)}
        >
          <QrIcon aria-hidden className="size-3.5" />
          {words.row.qrCode}
        </Button>
        {onUpdate ? (
          <Button variant="quiet" size="small" onClick={onUpdate}>
            {words.update}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          size="small"
          disabled={progress.status === "working"}
          onClick={revoke}
        >
          {words.row.stop}
        </Button>
      </div>
      {showsCode ? <QrCode address={address} /> : null}
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
    </li>
  );
}
