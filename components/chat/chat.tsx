"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { type Asking, AskingProvider } from "@/components/activity/asking";
import { useWords } from "@/components/language/words";
import { useServiceModes } from "@/components/results/parts/service-modes";
import { Announcer } from "@/components/ui/announcer";
import { buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ConversationStart } from "@/lib/client/conversation-state";
import { onFirstSign } from "@/lib/client/first-sign";
import type { QueuedMessage } from "@/lib/client/message-queue";
import { useConversation } from "@/lib/client/use-conversation";
import type { ChatMode, ChatSettings, ToolkitSwitches as Switches } from "@/lib/shared/api";
import type { Attachment } from "@/lib/shared/attachment";
import { useShortcut } from "../shortcuts/use-shortcut";
import { AccountMenu } from "./account-menu";
import { ChatHeader } from "./chat-header";
import { useChatList, useChatListActions } from "./chat-list-context";
import { Composer } from "./composer";
import { DemoNotice } from "./demo-notice";
import { FinishAnnouncement } from "./finish-announcement";
import { preloadRenderers } from "./lazy-renderers";
import { countConnected, waitsForPerson } from "./message-segments";
import { useMessageQueue } from "./queue/use-message-queue";
import { Thread } from "./thread";
import { ToolkitSwitches } from "./toolkit-switches";
import { useChatAccounts } from "./use-chat-accounts";
import { useChatSetting } from "./use-chat-setting";
import { useDocumentTitle } from "./use-document-title";
import { usePrompts } from "./use-prompts";

// Without a choice of models nothing of it is fetched.
const ModelMenu = dynamic(() => import("./model-menu").then((module) => module.ModelMenu), {
  loading: () => null,
});

const ContextGauge = dynamic(
  () => import("./context-gauge").then((module) => module.ContextGauge),
  { loading: () => null },
);

const toMode = (mode: ChatMode) => ({ mode });
const toModel = (model: string) => ({ model });
const toToolkits = (toolkits: Switches) => ({ toolkits });

const listedAs = { idle: "idle", working: "running", waiting: "waiting" } as const;

/** One chat: header, messages, composer. `empty` stands in for the messages while there are none. */
export function Chat({
  start,
  title: initialTitle,
  mode: initialMode,
  models,
  model: initialModel,
  toolkits: initialToolkits,
  draftKey,
  project: initialProject,
  sought,
  empty,
  onAccepted,
}: {
  start: ConversationStart;
  title?: string;
  mode: ChatMode;
  /** The models to choose from, one or more. */
  models: readonly string[];
  model: string;
  toolkits: Switches;
  draftKey: string;
  /** The id of the project that it is in, or begins in. */
  project?: string | null;
  /** The id of a message to open the chat at. */
  sought?: string;
  empty?: (pick: { onPick: (text: string) => void; disabled: boolean }) => ReactNode;
  onAccepted?: () => void;
}) {
  const { conversation, messages, phase, notice, earlier, versions } = useConversation(start);
  const { projects, pinned, page, offer } = useChatList();
  const { refresh } = useChatListActions();
  const exists = messages.length > 0;
  const chat = { chatId: start.id, stored: exists };
  const mode = useChatSetting({ ...chat, initial: initialMode }, toMode);
  const model = useChatSetting({ ...chat, initial: initialModel }, toModel);
  const toolkits = useChatSetting({ ...chat, initial: initialToolkits }, toToolkits);
  const connected = useMemo(() => countConnected(messages), [messages]);
  const accounts = useChatAccounts(start.id, exists, connected);
  const listed = [...pinned, ...page.chats].find((chat) => chat.id === start.id);
  const title = listed?.title ?? initialTitle;
  const projectId = listed ? listed.project : initialProject;
  const modes = useServiceModes();
  const { outcomes, thread } = useWords("chat");
  const { goOnRequest } = outcomes;
  const [sent, setSent] = useState(0);
  // Who came here by deleting the chat before has the focus on the way back to it.
  const [takesFocus] = useState(offer.status !== "offered");

  const busy = phase.status === "running" || phase.status === "stopping";
  const last = messages.at(-1);
  const context = useMemo(
    () => messages.findLast(({ metadata }) => metadata?.context)?.metadata?.context,
    [messages],
  );
  const waiting = busy && last?.role === "assistant" && waitsForPerson(last.parts);
  const activity = waiting ? "waiting" : busy ? "working" : "idle";
  const shownError = notice ?? mode.error ?? model.error ?? toolkits.error ?? accounts.error;
  const chosenModel = model.value === initialModel ? undefined : model.value;
  const settings = useMemo((): ChatSettings => {
    if (exists) return { mode: mode.value };
    const chosen = chosenModel ? { model: chosenModel } : {};
    return {
      mode: mode.value,
      ...chosen,
      accounts: accounts.picked,
      toolkits: toolkits.value,
      ...(initialProject ? { project: initialProject } : {}),
    };
  }, [exists, mode.value, chosenModel, accounts.picked, toolkits.value, initialProject]);

  const actions = useMemo(() => {
    type Sent = { replaces?: string; id?: string; attachments?: readonly Attachment[] };
    const send = async (text: string, which: Sent = {}) => {
      const accepted = await conversation.send(text, { ...settings, ...which });
      if (accepted) {
        setSent((count) => count + 1);
        // Whoever goes on with a chat has found what they came for: loaded again, it opens at its end.
        if (sought) history.replaceState(null, "", location.pathname);
        onAccepted?.();
      }
      return accepted;
    };
    const answerAgain = (messageId: string) => void conversation.answerAgain(messageId);
    const onRetry = () => {
      const sent = conversation.getState().messages.findLast((message) => message.role === "user");
      if (sent) answerAgain(sent.id);
    };
    return {
      send: (text: string, attachments: readonly Attachment[] = []) => send(text, { attachments }),
      sendQueued: ({ id, text, attachments }: QueuedMessage) => send(text, { id, attachments }),
      outcome: { onRetry, onContinue: () => void send(goOnRequest) },
      versions: {
        edit: (messageId: string, text: string, attachments: readonly Attachment[]) =>
          send(text, { replaces: messageId, attachments }),
        answerAgain,
        show: (messageId: string) => void conversation.showVersion(messageId),
      },
    };
  }, [conversation, settings, sought, onAccepted, goOnRequest]);

  const idle = phase.status === "idle";
  const done = last?.role === "assistant" && last.metadata?.outcome?.status === "done";
  const queue = useMessageQueue(start.id, { answering: busy, done, send: actions.sendQueued });
  const asking = useMemo((): Asking => {
    if (!idle) return { status: "busy" };
    return { status: "ready", ask: (text) => void actions.send(text) };
  }, [idle, actions]);

  const stop = useCallback(() => conversation.stop(), [conversation]);
  const loadEarlier = useCallback(() => void conversation.loadEarlier(), [conversation]);

  const prompts = usePrompts(messages);
  const composerSettings = useMemo(
    () => (
      <>
        {models.length > 1 ? (
          <ModelMenu models={models} model={model.value} onChoose={model.change} />
        ) : null}
        <ToolkitSwitches toolkits={toolkits.value} onChange={toolkits.change} />
        <AccountMenu
          connections={accounts.connections}
          toolkits={toolkits.value}
          onChoose={accounts.choose}
        />
      </>
    ),
    [
      models,
      model.value,
      model.change,
      toolkits.value,
      toolkits.change,
      accounts.connections,
      accounts.choose,
    ],
  );
  const gauge = useMemo(
    () => (context ? <ContextGauge fill={context} chatId={start.id} /> : null),
    [context, start.id],
  );

  useEffect(
    () =>
      onFirstSign(() => {
        preloadRenderers();
        conversation.prepare();
      }),
    [conversation],
  );
  useEffect(() => {
    if (exists && listed?.activity !== listedAs[activity]) void refresh();
  }, [exists, listed?.activity, activity, refresh]);
  useDocumentTitle(title, waiting);
  useShortcut("stop", stop, { active: !idle && !waiting });

  return (
    <main data-slot="chat" className="flex min-h-0 grow flex-col">
      <ChatHeader
        chatId={start.id}
        title={title}
        shareable={exists}
        prompts={prompts}
        project={projects.find(({ id }) => id === projectId)}
      />
      {!exists && empty ? (
        empty({ onPick: (text) => actions.send(text), disabled: !idle })
      ) : (
        <AskingProvider value={asking}>
          <Thread
            messages={messages}
            earlier={earlier}
            onLoadEarlier={loadEarlier}
            sent={sent}
            sought={sought}
            activity={activity}
            versions={versions}
            busy={!idle}
            actions={actions.outcome}
            versionActions={actions.versions}
          />
        </AskingProvider>
      )}
      <div className="mx-auto grid w-full max-w-3xl shrink-0 grid-cols-[minmax(0,1fr)] gap-2 px-4 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {shownError ? (
          <Notice
            error={shownError}
            {...(notice ? { onDismiss: () => conversation.dismissNotice() } : {})}
          >
            {shownError.code === "not_signed_in" ? (
              <Link
                href={`/signin?next=/chat/${start.id}`}
                className={buttonClasses({ size: "small" })}
              >
                {thread.signIn}
              </Link>
            ) : null}
          </Notice>
        ) : null}
        <Composer
          draftKey={draftKey}
          focused={!exists && takesFocus}
          phase={phase.status}
          mode={mode.value}
          onModeChange={mode.change}
          settings={composerSettings}
          gauge={gauge}
          queue={queue}
          onSend={actions.send}
          onStop={stop}
        />
        <DemoNotice modes={modes} />
      </div>
      <FinishAnnouncement busy={busy} />
      <Announcer />
    </main>
  );
}
