import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { createProject, listProjects } from "@/lib/server/projects/projects";
import { createProjectSchema } from "@/lib/shared/project";

export const GET = handler(async ({ user }) =>
  Response.json({ projects: await listProjects(user.id) }),
);

export const POST = handler(async ({ request, user }) => {
  const project = await readJson(request, createProjectSchema);
  await createProject(user.id, project);
  return Response.json({ id: project.id }, { status: 201 });
});
