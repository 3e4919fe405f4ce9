import type { ServiceModes } from "@/lib/shared/api";

function demoSentence({ model, router }: ServiceModes): string | undefined {
  if (model === "embedded" && router === "embedded") {
    return "Demo: scripted model, made-up Bitbucket.";
  }
  if (model === "embedded") return "Demo: scripted model. Bitbucket is real.";
  if (router === "embedded") return "Demo: made-up Bitbucket. The model is real.";
  return undefined;
}

/** Says plainly which of the services are not real. */
export function DemoNotice({ modes }: { modes: ServiceModes | undefined }) {
  const sentence = modes && demoSentence(modes);
  if (!sentence) return null;
  return (
    <p data-slot="demo-notice" className="text-center text-xs text-muted-foreground">
      {sentence}
    </p>
  );
}
