"use client";

import { useChat } from "@ai-sdk/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "./conversation";
import type { ConversationStart, ConversationState } from "./conversation-state";
import { fullerMessages } from "./fuller-messages";

const renderInterval = 50;

/** Binds a {@link Conversation} to a component: follows a live run, and looks for news when the person comes back. */
export function useConversation(
  start: ConversationStart,
): ConversationState & { conversation: Conversation; messages: ChatMessage[] } {
  const [conversation] = useState(() => new Conversation(start));
  const { messages } = useChat({ chat: conversation.chat, throttle: renderInterval });
  const state = useSyncExternalStore(
    conversation.subscribe,
    conversation.getState,
    conversation.getState,
  );

  useEffect(() => {
    conversation.attach();
    const refresh = () => {
      if (document.visibilityState === "visible") void conversation.refresh();
    };
    document.addEventListener("visibilitychange", refresh);
    return () => {
      document.removeEventListener("visibilitychange", refresh);
      conversation.dispose();
    };
  }, [conversation]);

  const [shown, setShown] = useState(messages);
  const current = state.phase.status === "idle" ? messages : fullerMessages(shown, messages);
  if (current !== shown) setShown(current);

  const { phase } = state;
  const visible =
    phase.status === "sending"
      ? current.filter((message) => message.id !== phase.messageId)
      : current;
  return { ...state, conversation, messages: visible };
}
