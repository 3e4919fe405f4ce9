import "server-only";
import { environment, serviceModes } from "../../environment.ts";
import type { ReadableShare } from "../read-share.ts";
import { renderPage } from "./render-page.ts";

/** The page of a copy, stored or not. @param origin at which readers see this installation */
export function renderCopy(
  { document, digest, version, image }: ReadableShare,
  origin: string,
): Promise<string> {
  return renderPage({
    kind: "copy",
    document,
    version,
    services: serviceModes(),
    imageAddress: image ? `${origin}/share/image/${digest}` : null,
    reportAddress: environment().reportAddress ?? null,
  });
}
