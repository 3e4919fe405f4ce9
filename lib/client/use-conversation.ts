"use client";

import { useEffect, useState } from "react";
import { Conversation } from "./conversation";
import type { ConversationStart, ConversationState } from "./conversation-state";
import { fullerMessages } from "./fuller-messages";

/** Binds a {@link Conversation} to a component: follows a live run, and looks for news when the person comes back. */
export function useConversation(
  start: ConversationStart,
): ConversationState & { conversation: Conversation } {
  const [conversation] = useState(() => new Conversation(start));
  // Not useSyncExternalStore: a page that is being gone to would be begun again with every piece of an answer.
  const [state, setState] = useState(conversation.getState);
  const { messages, phase } = state;

  useEffect(() => {
    const read = () => setState(conversation.getState());
    const unsubscribe = conversation.subscribe(read);
    read();
    return unsubscribe;
  }, [conversation]);

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
  const current = phase.status === "idle" ? messages : fullerMessages(shown, messages);
  if (current !== shown) setShown(current);

  const visible =
    phase.status === "sending"
      ? current.filter((message) => message.id !== phase.messageId)
      : current;
  return { ...state, conversation, messages: visible };
}
