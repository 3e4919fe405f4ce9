import type { Metadata } from "next";
import { cache } from "react";
import { WordsFor } from "@/components/language/words-for";
import { ProjectPage } from "@/components/projects/project-page";
import { requireUser } from "@/lib/server/auth";
import { listChats } from "@/lib/server/chats/list-chats";
import { foundPage } from "@/lib/server/http/found-page";
import { identifier } from "@/lib/server/http/identifier";
import { readProject } from "@/lib/server/projects/projects";

type PageProps = { params: Promise<{ projectId: string }> };

// Once per request, for the title and for the page.
const load = cache(async (projectId: string) => {
  const user = await requireUser(`/projects/${projectId}`);
  return foundPage(user.id, async () => {
    const project = await readProject(user.id, identifier(projectId, "project"));
    return { project, initial: await listChats(user.id, { project: project.id }) };
  });
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load((await params).projectId)).project.name };
}

export default async function Page({ params }: PageProps) {
  const { project, initial } = await load((await params).projectId);
  return (
    <WordsFor room="projects">
      <ProjectPage project={project} initial={initial} />
    </WordsFor>
  );
}
