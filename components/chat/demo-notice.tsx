import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import type { ServiceModes } from "@/lib/shared/api";

function demoSentence(
  { model, router }: ServiceModes,
  words: Words["chat"]["thread"]["demo"],
): string | undefined {
  if (model === "embedded" && router === "embedded") {
    return words.both;
  }
  if (model === "embedded") return words.model;
  if (router === "embedded") return words.bitbucket;
  return undefined;
}

/** Says plainly which of the services are not real. */
export function DemoNotice({ modes }: { modes: ServiceModes | undefined }) {
  const { demo } = useWords("chat").thread;
  const sentence = modes && demoSentence(modes, demo);
  if (!sentence) return null;
  return (
    <p data-slot="demo-notice" className="text-center text-xs text-muted-foreground">
      {sentence}
    </p>
  );
}
