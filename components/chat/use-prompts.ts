"use client";

import { useState } from "react";
import type { ChatMessage } from "@/lib/shared/message";

/** The messages that the person wrote. The same list for as long as they are the same, whatever is written in answer to them. */
export function usePrompts(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const now = messages.filter(({ role }) => role === "user");
  const [prompts, setPrompts] = useState<readonly ChatMessage[]>(now);
  const same = now.length === prompts.length && now.every((one, index) => one === prompts[index]);
  if (!same) setPrompts(now);
  return same ? prompts : now;
}
