"use client";

import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { useServiceModes } from "./service-modes";

/** The address, when it is one of https; anything else is no link. */
export function secureAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === "https:" ? url.href : undefined;
}

const providerHost = "bitbucket.org";

/** What of an address may be opened. The embedded Bitbucket is made up: nothing of it stands on the provider's site. */
function useExternalAddress(address: string | undefined): string | undefined {
  const modes = useServiceModes();
  const secure = secureAddress(address);
  if (!secure) return undefined;
  const madeUp = modes?.router === "embedded" && new URL(secure).hostname === providerHost;
  return madeUp ? undefined : secure;
}

/** Opens in a new tab. Shows its content without a link where the address cannot be opened. */
export function ExternalLink({
  href,
  children,
}: {
  href: string | undefined;
  children: ReactNode;
}) {
  const address = useExternalAddress(href);
  if (!address) return <>{children}</>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="underline-offset-2 hover:underline"
    >
      {children}
    </a>
  );
}

/** A link of its own, with an arrow; nothing where the address cannot be opened. */
export function OpenLink({ href, label }: { href: string | undefined; label: string }) {
  const address = useExternalAddress(href);
  if (!address) return null;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-0.5 whitespace-nowrap text-accent underline-offset-2 hover:underline"
    >
      {label}
      <ArrowUpRight aria-hidden className="size-3.5" />
    </a>
  );
}
