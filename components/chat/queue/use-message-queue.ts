"use client";

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { MessageQueue, type QueuedMessage, queueLimit } from "@/lib/client/message-queue";
import type { Attachment } from "@/lib/shared/attachment";

const none: readonly QueuedMessage[] = [];

/** Messages that wait for the answer before them. */
export type Queue = {
  messages: readonly QueuedMessage[];
  /** Whether another one fits. */
  open: boolean;
  add: (text: string, attachments: readonly Attachment[]) => void;
  /** Takes one out, for whoever has its words. */
  remove: (id: string) => void;
  /** Sends one now; it stays when the server does not take it. */
  send: (message: QueuedMessage) => void;
};

/**
 * The queue of a chat. When an answer that this page has seen being written comes to its end, the first message is sent. After an
 * answer that failed or was stopped nothing is sent by itself, and neither on a page that opens: the person may want something
 * else by then.
 *
 * @param answering whether an answer is being written; a message on its way is none yet
 * @param done whether the last answer simply ended
 * @param send resolves to whether the server has the message; the same id again is the same message
 */
export function useMessageQueue(
  chatId: string,
  { answering, done, send }: { answering: boolean; done: boolean; send: SendQueued },
): Queue {
  const [queue] = useState(() => new MessageQueue(chatId));
  const messages = useSyncExternalStore(queue.subscribe, queue.read, () => none);
  const wasAnswering = useRef(false);

  const actions = useMemo(
    () => ({
      add: (text: string, attachments: readonly Attachment[]) => queue.add(text, attachments),
      remove: (id: string) => queue.remove(id),
      send: (message: QueuedMessage) =>
        void send(message).then((accepted) => {
          if (accepted) queue.remove(message.id);
        }),
    }),
    [queue, send],
  );

  useEffect(() => {
    const ended = wasAnswering.current && !answering;
    wasAnswering.current = answering;
    const [first] = queue.read();
    if (ended && done && first) actions.send(first);
  }, [answering, done, queue, actions]);

  return useMemo(
    () => ({ messages, open: messages.length < queueLimit, ...actions }),
    [messages, actions],
  );
}

type SendQueued = (message: QueuedMessage) => Promise<boolean>;
