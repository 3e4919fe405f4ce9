import { Flag, MessagesSquare } from "lucide-react";
import { useMemo } from "react";
import { ActionList } from "@/components/activity/action-list";
import { Markdown } from "@/components/chat/markdown";
import { type MessageRenderers, MessageRow } from "@/components/chat/message-row";
import { useLanguage, useWords } from "@/components/language/words";
import { loadedHighlighter } from "@/components/results/code/highlight";
import { CopyModeProvider } from "@/components/results/parts/copy-mode";
import { PlainText } from "@/components/results/parts/plain-text";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { Brand } from "@/components/ui/brand-mark";
import { buttonClasses } from "@/components/ui/button";
import { messagesOf, rawResultsOf } from "@/lib/shared/sharing/messages";
import type { SharedPage } from "@/lib/shared/sharing/page";

const Words = ({ text }: { text: string }) => <Markdown text={text} links={false} />;

const renderers: MessageRenderers = {
  Text: Words,
  Actions: ({ actions }) => <ActionList actions={actions} readOnly />,
  // There are none of these in a copy.
  Connection: () => null,
  Attachments: () => null,
};

type CopyPage = Extract<SharedPage, { kind: "copy" }>;

/** The copy of a conversation, to read: whole without a script, and nothing in it can be pressed but links and folds. */
export function SharedCopy({ page }: { page: CopyPage }) {
  const { document, version, services, reportAddress } = page;
  const words = useWords("sharedPage");
  const language = useLanguage();
  const day = useMemo(
    () => new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
    [language],
  );
  const messages = useMemo(() => messagesOf(document), [document]);
  const copyMode = useMemo(() => {
    const raw = rawResultsOf(document);
    return {
      Markdown: Words,
      highlighterOf: loadedHighlighter,
      rawOf: (id: string) => raw.get(id),
    };
  }, [document]);
  return (
    <ServiceModesProvider value={services}>
      <CopyModeProvider value={copyMode}>
        <div data-slot="shared-copy" className="mx-auto min-h-dvh max-w-3xl px-4 pb-12">
          <header className="flex h-14 items-center justify-between">
            <Brand />
            <a href={`?continue=${version}`} className={`${buttonClasses()} print:hidden`}>
              <MessagesSquare aria-hidden className="size-4" />
              <span>
                {words.continue}
                <span className="max-sm:hidden"> {words.inMyAccount}</span>
              </span>
            </a>
          </header>
          <main>
            <div className="border-border border-b pt-6 pb-5">
              <h1 className="font-semibold text-2xl tracking-tight">
                <PlainText text={document.title} />
              </h1>
              <p className="mt-1.5 text-muted-foreground text-sm">
                {words.copyMadeOn}{" "}
                <time dateTime={document.copiedOn}>{day.format(new Date(document.copiedOn))}</time>.{" "}
                {words.showsWhatWasChosen}
              </p>
            </div>
            {messages.map((message) => (
              <div key={message.id} className="pt-6">
                <MessageRow message={message} renderers={renderers} />
              </div>
            ))}
          </main>
          {reportAddress ? (
            <footer className="mt-12 border-border border-t pt-4 text-muted-foreground text-xs print:hidden">
              <a
                href={reportAddress}
                rel="noreferrer"
                className="inline-flex items-center gap-1.5 hover:text-foreground hover:underline"
              >
                <Flag aria-hidden className="size-3.5" />
                {words.report}
              </a>
            </footer>
          ) : null}
        </div>
      </CopyModeProvider>
    </ServiceModesProvider>
  );
}
