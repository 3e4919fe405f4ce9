import type { Workspace } from "../store/account-schema";
import type { Repository } from "../store/repository-schema";
import { viewWorkspaceBriefly } from "./account-view";
import { apiLink, siteLink, timestamp } from "./links";

export function fullName(repository: Repository): string {
  return `${repository.workspace}/${repository.slug}`;
}

export function viewRepository(workspace: Workspace, repository: Repository) {
  const name = fullName(repository);
  const project = workspace.projects.find(({ key }) => key === repository.projectKey);
  const owner = viewWorkspaceBriefly(workspace);
  return {
    ...viewRepositoryBriefly(repository),
    slug: repository.slug,
    description: repository.description,
    scm: "git",
    website: null,
    language: repository.language,
    is_private: repository.isPrivate,
    fork_policy: repository.forkPolicy,
    has_issues: repository.issueTracker === "on",
    has_wiki: repository.hasWiki,
    created_on: timestamp(repository.createdOn),
    updated_on: timestamp(repository.updatedOn),
    mainbranch: repository.mainBranch ? { type: "branch", name: repository.mainBranch } : null,
    owner: { ...owner, type: "team", username: workspace.slug, display_name: workspace.name },
    workspace: owner,
    project: project
      ? {
          type: "project",
          key: project.key,
          uuid: project.uuid,
          name: project.name,
          links: { html: siteLink(`${workspace.slug}/workspace/projects/${project.key}`) },
        }
      : null,
    links: {
      self: apiLink(`repositories/${name}`),
      html: siteLink(name),
      clone: [
        { name: "https", href: `https://bitbucket.org/${name}.git` },
        { name: "ssh", href: `git@bitbucket.org:${name}.git` },
      ],
      branches: apiLink(`repositories/${name}/refs/branches`),
      commits: apiLink(`repositories/${name}/commits`),
      pullrequests: apiLink(`repositories/${name}/pullrequests`),
      source: apiLink(`repositories/${name}/src`),
    },
  };
}

/** A repository where it is only mentioned. */
export function viewRepositoryBriefly(repository: Repository) {
  const name = fullName(repository);
  return {
    type: "repository",
    uuid: repository.uuid,
    name: repository.name,
    full_name: name,
    links: { self: apiLink(`repositories/${name}`), html: siteLink(name) },
  };
}
