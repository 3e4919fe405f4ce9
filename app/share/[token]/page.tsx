import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { SharedChat } from "@/components/share/shared-chat";
import { serviceModes } from "@/lib/server/environment";
import { readShare } from "@/lib/server/sharing/read-share";

type PageProps = { params: Promise<{ token: string }> };

// Once per request, for the title and for the page.
const loadShare = cache(async (token: string) => (await readShare(token)) ?? notFound());

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { token } = await params;
  const { title } = await loadShare(token);
  return {
    title,
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

export default async function SharePage({ params }: PageProps) {
  const { token } = await params;
  const { title, createdAt, messages } = await loadShare(token);
  return (
    <ServiceModesProvider value={serviceModes()}>
      <SharedChat title={title} createdAt={createdAt} messages={messages} />
    </ServiceModesProvider>
  );
}
