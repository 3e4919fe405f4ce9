import { NewChat } from "@/components/chat/new-chat";
import { offeredModels } from "@/lib/server/agent/models";
import { requireUser } from "@/lib/server/auth";
import { switchesOf } from "@/lib/server/chats/toolkit-switches";
import { connectionSummary } from "@/lib/server/router/connection-summary";

export default async function NewChatPage() {
  const user = await requireUser();
  // Not awaited: asking the router may take a moment, and the page does not wait for it.
  return (
    <NewChat
      connection={connectionSummary(user.id)}
      models={offeredModels()}
      toolkits={switchesOf([])}
    />
  );
}
