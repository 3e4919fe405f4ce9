"use client";

import type { ReactNode } from "react";
import { MessageStories } from "@/components/chat/stories/message-stories";
import { InEnglish } from "@/components/language/in-english";
import { ServiceModesProvider } from "@/components/results/parts/service-modes";
import { ResultCard } from "@/components/results/result-card";
import {
  brokenResults,
  emptyResults,
  hugeResults,
  liveResults,
  ordinaryResults,
  receiptResults,
} from "@/components/results/stories/tool-results";
import { ActionList } from "../action-list";
import { type Asking, AskingProvider } from "../asking";
import { ConnectCard } from "../connect-card";
import { articleApprovals, deceptiveApproval } from "./article-approvals";
import { sampleAction, sharedAction } from "./sample-action";
import * as lists from "./sample-lists";

/** A page of samples takes no messages: what can be pressed does nothing. */
const asking: Asking = { status: "ready", ask: () => undefined };

function Story({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div data-story={name}>
      <p className="mb-1 font-mono text-2xs text-muted-foreground">{name}</p>
      {children}
    </div>
  );
}

function Chapter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section id={title.toLowerCase().replace(/\W+/g, "-")} className="mt-10 grid gap-5">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Results({ results }: { results: ReadonlyArray<[tool: string, result: unknown]> }) {
  return results
    .map(([tool, result], index) => ({ tool, result, name: `${tool} ${index}` }))
    .map(({ tool, result, name }) => (
      <Story key={name} name={tool}>
        <ResultCard action={sampleAction(tool, { status: "succeeded", result })} />
      </Story>
    ));
}

/** Every card with ordinary, empty, huge and broken data, and every state of an action, an approval, a connection. */
export function StoryPage() {
  return (
    <InEnglish>
      <ServiceModesProvider value={{ model: "hosted", router: "hosted" }}>
        <main className="mx-auto max-w-3xl px-4 py-8">
          <h1 className="font-semibold text-xl">Stories</h1>
          <Chapter title="Actions">
            <Story name="every state">
              <ActionList actions={lists.everyState} />
            </Story>
            <Story name="a stretch of work">
              <ActionList actions={lists.ordinaryWork} />
            </Story>
            <Story name="a stretch of work, shared">
              <ActionList actions={lists.ordinaryWork.map(sharedAction)} readOnly />
            </Story>
            <Story name="every state, shared">
              <ActionList actions={lists.everyState.map(sharedAction)} readOnly />
            </Story>
          </Chapter>
          <AskingProvider value={asking}>
            <Chapter title="Failures">
              <Story name="reads">
                <ActionList actions={lists.everyFailure} />
              </Story>
              <Story name="changes">
                <ActionList actions={[...lists.failedChange, ...lists.unknownChanges]} />
              </Story>
            </Chapter>
            <Chapter title="Live cards">
              <Results results={liveResults} />
            </Chapter>
          </AskingProvider>
          <Chapter title="Answers">
            <MessageStories />
          </Chapter>
          <Chapter title="Approvals">
            <ActionList actions={lists.pendingChange} />
            <ActionList actions={lists.pendingOrdinary} />
            <ActionList actions={lists.pendingUpdate} />
            <ActionList actions={lists.decidedOtherwise} />
            <ActionList actions={lists.pendingDeletion} />
            <ActionList actions={lists.pendingBatch} />
            <ActionList actions={lists.pendingTwice} />
            <ActionList actions={lists.pendingRepeated} />
            <ActionList actions={lists.pendingTrap} />
            <ActionList actions={lists.pendingUnknownTool} />
            <Story name="shared">
              <ActionList actions={lists.pendingBatch.map(sharedAction)} readOnly />
            </Story>
          </Chapter>
          <Chapter title="Approvals of the article's tools">
            {articleApprovals.map((action) => (
              <Story key={action.id} name={action.tool}>
                <ActionList actions={[action]} />
              </Story>
            ))}
            <Story name="deceptive">
              <ActionList actions={deceptiveApproval} />
            </Story>
          </Chapter>
          <Chapter title="Connections">
            {lists.everyConnection.map((connection) => (
              <ConnectCard key={connection.id} connection={connection} />
            ))}
            <Story name="demo">
              <ServiceModesProvider value={{ model: "embedded", router: "embedded" }}>
                <ConnectCard
                  connection={{ id: "x", toolkit: "bitbucket", state: { status: "needed" } }}
                />
              </ServiceModesProvider>
            </Story>
            <Story name="shared">
              {lists.everyConnection.map((connection) => (
                <ConnectCard key={connection.id} connection={connection} readOnly />
              ))}
            </Story>
          </Chapter>
          <Chapter title="Results">
            <Results results={ordinaryResults} />
          </Chapter>
          <Chapter title="Receipts">
            <Results results={receiptResults} />
          </Chapter>
          <Chapter title="Empty results">
            <Results results={emptyResults} />
          </Chapter>
          <Chapter title="Huge results">
            <Results results={hugeResults} />
          </Chapter>
          <Chapter title="Broken results">
            <Results results={brokenResults} />
          </Chapter>
        </main>
      </ServiceModesProvider>
    </InEnglish>
  );
}
