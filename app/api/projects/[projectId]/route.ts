import { readJson } from "@/lib/server/http/body";
import { handler } from "@/lib/server/http/handler";
import { identifier } from "@/lib/server/http/identifier";
import { deleteProject, readProject, updateProject } from "@/lib/server/projects/projects";
import { updateProjectSchema } from "@/lib/shared/project";

type Parameters = { projectId: string };

export const GET = handler<Parameters>(async ({ parameters, user }) =>
  Response.json(await readProject(user.id, identifier(parameters.projectId, "project"))),
);

export const PATCH = handler<Parameters>(async ({ request, parameters, user }) => {
  const change = await readJson(request, updateProjectSchema);
  await updateProject(user.id, identifier(parameters.projectId, "project"), change);
  return new Response(null, { status: 204 });
});

export const DELETE = handler<Parameters>(async ({ parameters, user }) => {
  await deleteProject(user.id, identifier(parameters.projectId, "project"));
  return new Response(null, { status: 204 });
});
