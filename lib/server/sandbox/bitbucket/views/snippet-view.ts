import type { Snippet, WorldDocument } from "../store/world-schema";
import { viewAccountOf, viewWorkspaceBriefly } from "./account-view";
import { apiLink, escapePath, siteLink, timestamp } from "./links";

export function viewSnippetBriefly(document: WorldDocument, snippet: Snippet) {
  const address = snippetAddress(snippet);
  const workspace = document.workspaces.find(({ slug }) => slug === snippet.workspace);
  return {
    type: "snippet",
    id: snippet.id,
    title: snippet.title,
    scm: "git",
    is_private: snippet.isPrivate,
    owner: workspace ? viewWorkspaceBriefly(workspace) : null,
    creator: viewAccountOf(document, snippet.creator),
    created_on: timestamp(snippet.createdOn),
    updated_on: timestamp(snippet.updatedOn),
    links: {
      self: apiLink(address.api),
      html: siteLink(address.site),
      comments: apiLink(`${address.api}/comments`),
    },
  };
}

export function viewSnippet(document: WorldDocument, snippet: Snippet) {
  const address = snippetAddress(snippet);
  const files = snippet.files.map((name) => [
    name,
    {
      links: {
        self: apiLink(`${address.api}/files/HEAD/${escapePath(name)}`),
        html: siteLink(`${address.site}#file-${escapePath(name)}`),
      },
    },
  ]);
  return { ...viewSnippetBriefly(document, snippet), files: Object.fromEntries(files) };
}

export function snippetAddress(snippet: Snippet): { api: string; site: string } {
  return {
    api: `snippets/${snippet.workspace}/${snippet.id}`,
    site: `${snippet.workspace}/workspace/snippets/${snippet.id}`,
  };
}
