import "server-only";
import type { Language } from "@/lib/shared/language";
import { environment, serviceModes } from "../../environment.ts";
import type { ReadableShare } from "../read-share.ts";
import { renderPage } from "./render-page.ts";

/** `origin`: at which readers see this installation. */
export type Reader = { origin: string; language: Language };

/** The page of a copy, stored or not. */
export function renderCopy(
  { document, digest, version, image }: ReadableShare,
  { origin, language }: Reader,
): Promise<string> {
  return renderPage({
    kind: "copy",
    language,
    document,
    version,
    services: serviceModes(),
    imageAddress: image ? `${origin}/share/image/${digest}` : null,
    reportAddress: environment().reportAddress ?? null,
  });
}
