"use client";

import { createContext, useContext } from "react";

/** How a card sends a message into the conversation it stands in. */
export type Asking =
  | { status: "ready"; ask: (text: string) => void }
  /** An answer is still being written, and a conversation takes one message at a time. */
  | { status: "busy" };

const AskingContext = createContext<Asking | undefined>(undefined);

/** Lets the cards below ask. Only the owner's live chat has one: a copy, or a page of samples, takes no messages. */
export const AskingProvider = AskingContext.Provider;

export function useAsking(): Asking | undefined {
  return useContext(AskingContext);
}
