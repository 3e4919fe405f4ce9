"use client";

import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { type Destination, destinationOf, isProvider, saysItself } from "./link-address";
import { useServiceModes } from "./service-modes";

/** What of an address may be opened. The embedded Bitbucket is made up: nothing of it stands on the provider's site. */
function useDestination(address: string | undefined): Destination | null {
  const modes = useServiceModes();
  const destination = destinationOf(address);
  const madeUp = modes?.router === "embedded" && destination !== null && isProvider(destination);
  return madeUp ? null : destination;
}

/** The host a link leads to, on one line of writing of its own: no letters around it can turn it about. */
function Host({ destination, words }: { destination: Destination; words: unknown }) {
  if (isProvider(destination) || saysItself(words, destination)) return null;
  return (
    <>
      {" "}
      <bdi
        dir="ltr"
        data-slot="link-host"
        className="wrap-anywhere whitespace-normal text-muted-foreground"
      >
        ({destination.host})
      </bdi>
    </>
  );
}

/**
 * Opens in a new tab, and says where when that is not the provider's site. Shows its content without a link where the address
 * cannot be opened.
 */
export function ExternalLink({
  href,
  children,
}: {
  href: string | undefined;
  children: ReactNode;
}) {
  const destination = useDestination(href);
  if (!destination) return <>{children}</>;
  return (
    <a
      href={destination.address}
      target="_blank"
      rel="noopener noreferrer"
      className="underline-offset-2 hover:underline"
    >
      {children}
      <Host destination={destination} words={children} />
    </a>
  );
}

/** A link of its own, with an arrow; nothing where the address cannot be opened. */
export function OpenLink({ href, label }: { href: string | undefined; label: string }) {
  const destination = useDestination(href);
  if (!destination) return null;
  return (
    <a
      href={destination.address}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-0.5 whitespace-nowrap text-accent underline-offset-2 hover:underline"
    >
      {label}
      <Host destination={destination} words={label} />
      <ArrowUpRight aria-hidden className="size-3.5" />
    </a>
  );
}
