import type { ProjectSummary, UpdateProject } from "@/lib/shared/project";
import { jsonRequest, request, requestJson } from "./request";

/** All of these throw RequestError. */
export async function listProjects(): Promise<ProjectSummary[]> {
  return (await requestJson("/api/projects", "projects")).projects;
}

/** @param id made by whoever asks: the same twice is one project */
export async function createProject(id: string, name: string): Promise<void> {
  await request("/api/projects", jsonRequest("POST", { id, name }));
}

export async function updateProject(id: string, change: UpdateProject): Promise<void> {
  await request(`/api/projects/${id}`, jsonRequest("PATCH", change));
}

/** Its chats stay. */
export async function deleteProject(id: string): Promise<void> {
  await request(`/api/projects/${id}`, jsonRequest("DELETE"));
}
