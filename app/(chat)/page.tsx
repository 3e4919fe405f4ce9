import { NewChat } from "@/components/chat/new-chat";
import { offeredModels } from "@/lib/server/agent/models";
import { requireUser } from "@/lib/server/auth";
import { switchesOf } from "@/lib/server/chats/toolkit-switches";
import { connectionSummary } from "@/lib/server/router/connection-summary";
import { identifierSchema } from "@/lib/shared/api";

type PageProps = {
  /** `project`: the one to begin it in. */
  searchParams: Promise<{ project?: string | string[] }>;
};

export default async function NewChatPage({ searchParams }: PageProps) {
  const project = identifierSchema.safeParse((await searchParams).project).data;
  const user = await requireUser(project ? `/?project=${project}` : undefined);
  // Not awaited: asking the router may take a moment, and the page does not wait for it.
  return (
    <NewChat
      connection={connectionSummary(user.id)}
      models={await offeredModels()}
      toolkits={await switchesOf([])}
      project={project}
    />
  );
}
