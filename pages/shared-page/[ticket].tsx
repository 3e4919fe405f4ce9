import type { GetServerSideProps, PageConfig } from "next";
import { SpokenProvider } from "@/components/language/words";
import { loadAllHighlighters } from "@/components/results/code/highlight";
import { SharedPageView } from "@/components/share/page/shared-page-view";
import { dictionaries } from "@/lib/language/dictionaries";
import { takeOver } from "@/lib/server/sharing/page/handed-over";
import type { SharedPage } from "@/lib/shared/sharing/page";

// A page of the older router, because the newer one sends its runtime with every page: docs/decisions has the figures.
export const config: PageConfig = { unstable_runtimeJS: false };

/** Renders what a route handler of this process has handed over, once. For everybody else there is no such page. */
export const getServerSideProps: GetServerSideProps<{ page: SharedPage }> = async ({ params }) => {
  const page = takeOver(String(params?.ticket));
  if (!page) return { notFound: true };
  await loadAllHighlighters();
  return { props: { page } };
};

export default function RenderedPage({ page }: { page: SharedPage }) {
  return (
    <SpokenProvider language={page.language} words={dictionaries[page.language]}>
      <SharedPageView page={page} />
    </SpokenProvider>
  );
}
