"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { newChatDraft } from "@/lib/client/drafts";
import type { ToolkitSwitches } from "@/lib/shared/api";
import { Chat } from "./chat";
import type { ConnectionSummary } from "./suggestions";
import { Welcome } from "./welcome";

const pathOf = (chatId: string) => `/chat/${chatId}`;

/**
 * A chat that begins on this page. Once the server has its first message it takes the address of its own, while this very
 * component stays: to the router the page is still `/`. So a later way to `/` begins the next chat here, and a way back
 * through the history to a chat this component no longer holds loads the page anew.
 */
export function NewChat({
  connection,
  models,
  toolkits,
  project,
}: {
  connection: Promise<ConnectionSummary>;
  models: readonly [string, ...string[]];
  toolkits: ToolkitSwitches;
  /** The id of the project to begin it in. */
  project: string | undefined;
}) {
  const pathname = usePathname();
  const [chat, setChat] = useState(() => ({ id: crypto.randomUUID(), hasAddress: false }));
  const path = pathOf(chat.id);

  if (pathname === path && !chat.hasAddress) setChat({ id: chat.id, hasAddress: true });
  if (pathname === "/" && chat.hasAddress) setChat({ id: crypto.randomUUID(), hasAddress: false });

  const elsewhere = pathname?.startsWith(pathOf("")) && pathname !== path;
  useEffect(() => {
    if (elsewhere) location.reload();
  }, [elsewhere]);

  const takeAddress = () => {
    // Heard of late, it would call back a chat that its person has left meanwhile.
    if (!chat.hasAddress && location.pathname === "/") history.replaceState(null, "", path);
  };

  return (
    <Chat
      key={chat.id}
      start={{ id: chat.id, messages: [], hasEarlier: false, versions: {}, live: false }}
      mode="ask"
      models={models}
      model={models[0]}
      toolkits={toolkits}
      {...(project ? { project } : {})}
      draftKey={chat.hasAddress ? chat.id : newChatDraft}
      empty={(pick) => <Welcome connection={connection} {...pick} />}
      onAccepted={takeAddress}
    />
  );
}
