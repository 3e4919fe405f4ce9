import type { JSONValue } from "ai";

export type JSONObject = { [key: string]: JSONValue };
export type FakeResult = JSONObject | { failure: string; status: number };

const me = { uuid: "{me}", display_name: "Jane Doe", nickname: "jane" };
const other = { uuid: "{bob}", display_name: "Bob Roe", nickname: "bob" };
const hash = (letter: string) => letter.repeat(40);

function page(values: JSONValue[]): JSONObject {
  return { values, page: 1, pagelen: 50, size: values.length };
}

function html(path: string): JSONObject {
  return { html: { href: `https://bitbucket.org/${path}` } };
}

/** A small Bitbucket that answers by table: two workspaces, three repositories. Nothing in it is shared between tests. */
export function createFakeBitbucket() {
  const branches: Record<string, { name: string; hash: string; by: typeof me }[]> = {
    "acme/api": [
      { name: "main", hash: hash("a"), by: other },
      { name: "feature/login-form", hash: hash("b"), by: me },
      { name: "fix/typo", hash: hash("c"), by: other },
    ],
    "acme/web": [{ name: "trunk", hash: hash("d"), by: other }],
    "side/notes": [{ name: "main", hash: hash("e"), by: me }],
  };
  const issues: Record<string, { id: number; title: string; state: string; created_on: string }[]> =
    {
      "acme/api": [
        { id: 3, title: "Old one", state: "open", created_on: "2026-01-01" },
        { id: 4, title: "Timeouts", state: "new", created_on: "2026-03-01" },
        { id: 5, title: "Done", state: "resolved", created_on: "2026-04-01" },
      ],
      "acme/web": [{ id: 9, title: "Blurry logo", state: "open", created_on: "2026-02-01" }],
    };
  const pullRequests: Record<
    string,
    { id: number; title: string; state: string; source: string; approved?: boolean }[]
  > = {
    "acme/api": [
      { id: 12, title: "Fix typo", state: "OPEN", source: "fix/typo" },
      { id: 11, title: "Ship it", state: "MERGED", source: "release" },
    ],
    "acme/web": [{ id: 2, title: "New logo", state: "OPEN", source: "logo" }],
  };
  const missing = (what: string): FakeResult => ({ failure: `${what} not found`, status: 404 });

  const repository = (fullName: string, main: string) => ({
    full_name: fullName,
    name: fullName.split("/")[1] ?? "",
    is_private: true,
    has_issues: fullName !== "side/notes",
    mainbranch: { name: main },
    links: html(fullName),
  });
  let repositories = [
    repository("acme/api", "main"),
    repository("acme/web", "trunk"),
    repository("side/notes", "main"),
  ];
  const branchView = (place: string, branch: { name: string; hash: string; by: typeof me }) => ({
    name: branch.name,
    target: {
      hash: branch.hash,
      date: "2026-05-01",
      author: { raw: branch.by.display_name, user: branch.by },
    },
    links: html(`${place}/branch/${branch.name}`),
  });
  const pullRequestView = (
    place: string,
    { approved = false, ...entry }: NonNullable<(typeof pullRequests)[string]>[number],
  ) => ({
    ...entry,
    participants: [{ user: me, approved, state: approved ? "approved" : null }],
    author: entry.id === 12 ? other : me,
    source: { branch: { name: entry.source } },
    destination: { branch: { name: "main" } },
    links: html(`${place}/pull-requests/${entry.id}`),
  });

  const comments: JSONObject[] = [];

  function changePullRequest(
    place: string,
    input: Record<string, unknown>,
    changes: { state?: string; approved?: boolean },
  ): void {
    const found = pullRequests[place]?.find(({ id }) => id === Number(input.pull_request_id));
    if (found) Object.assign(found, changes);
  }

  function execute(slug: string, input: Record<string, unknown>): FakeResult {
    const place = `${input.workspace}/${input.repo_slug}`;
    const known = repositories.find(({ full_name }) => full_name === place);
    if (input.repo_slug !== undefined && !known && slug !== "BITBUCKET_CREATE_REPOSITORY") {
      return missing(`Repository ${place}`);
    }
    switch (slug) {
      case "BITBUCKET_GET_CURRENT_USER2":
        return { ...me, username: "jane" };
      case "BITBUCKET_GET_USER_WORKSPACES":
        return page([{ workspace: { slug: "acme" } }, { workspace: { slug: "side" } }]);
      case "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE":
        return page(
          repositories.filter(({ full_name }) => full_name.startsWith(`${input.workspace}/`)),
        );
      case "BITBUCKET_GET_REPOSITORY":
        return known ?? missing(place);
      case "BITBUCKET_LIST_WORKSPACE_MEMBERS":
        return page([{ user: me }, { user: other }]);
      case "BITBUCKET_LIST_BRANCHES":
        return page((branches[place] ?? []).map((branch) => branchView(place, branch)));
      case "BITBUCKET_GET_BRANCH": {
        const branch = branches[place]?.find(({ name }) => name === input.name);
        return branch ? branchView(place, branch) : missing(`Branch ${input.name}`);
      }
      case "BITBUCKET_CREATE_BRANCH": {
        if (branches[place]?.some(({ name }) => name === input.name)) {
          return { failure: `Branch "${input.name}" already exists.`, status: 409 };
        }
        const branch = { name: String(input.name), hash: String(input.target_hash), by: me };
        branches[place]?.push(branch);
        return branchView(place, branch);
      }
      case "BITBUCKET_LIST_PULL_REQUESTS":
        return page(
          (pullRequests[place] ?? [])
            .filter(({ state }) => state === (input.state ?? "OPEN"))
            .map((entry) => pullRequestView(place, entry)),
        );
      case "BITBUCKET_GET_PULL_REQUEST": {
        const entry = pullRequests[place]?.find(({ id }) => id === input.pull_request_id);
        return entry ? { pull_request: pullRequestView(place, entry) } : missing("Pull request");
      }
      case "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT":
        return page([
          { status: "modified", lines_added: 4, lines_removed: 1, new: { path: "a.ts" } },
        ]);
      case "BITBUCKET_CREATE_PULL_REQUEST":
        pullRequests[place]?.push({
          id: 13,
          title: String(input.title),
          state: "OPEN",
          source: String(input.source_branch),
        });
        return { id: 13, title: String(input.title), state: "OPEN" };
      case "BITBUCKET_MERGE_PULL_REQUEST":
        changePullRequest(place, input, { state: "MERGED" });
        return {
          id: Number(input.pull_request_id),
          state: "MERGED",
          merge_commit: { hash: hash("f") },
        };
      case "BITBUCKET_DECLINE_PULL_REQUEST":
        changePullRequest(place, input, { state: "DECLINED" });
        return { id: Number(input.pull_request_id), state: "DECLINED" };
      case "BITBUCKET_APPROVE_PULL_REQUEST":
        changePullRequest(place, input, { approved: true });
        return { type: "participant", approved: true };
      case "BITBUCKET_CREATE_PULL_REQUEST_COMMENT":
        comments.push({ user: me, content: { raw: String(input.content_raw) } });
        return { id: 8, content: { raw: String(input.content_raw) } };
      case "BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS":
        return page(comments);
      case "BITBUCKET_LIST_ISSUES":
        return page(
          (issues[place] ?? []).map((issue) => ({
            ...issue,
            links: html(`${place}/issues/${issue.id}`),
          })),
        );
      case "BITBUCKET_CREATE_ISSUE":
        issues[place]?.push({
          id: 20,
          title: String(input.title),
          state: "new",
          created_on: "2026-05-01",
        });
        return { id: 20, title: String(input.title), state: "new" };
      case "BITBUCKET_CREATE_ISSUE_COMMENT":
        return { id: 100, content: { raw: String(input.content) } };
      case "BITBUCKET_UPDATE_ISSUE":
        for (const issue of issues[place] ?? []) {
          if (issue.id === Number(input.issue_id)) issue.state = String(input.state ?? "open");
        }
        return { id: Number(input.issue_id), state: String(input.state ?? "open") };
      case "BITBUCKET_DELETE_ISSUE":
        issues[place] = (issues[place] ?? []).filter(({ id }) => id !== Number(input.issue_id));
        return { success: true, message: "Issue deleted successfully" };
      case "BITBUCKET_CREATE_REPOSITORY":
        repositories.push(repository(place, "main"));
        return repository(place, "main");
      case "BITBUCKET_DELETE_REPOSITORY":
        repositories = repositories.filter(({ full_name: name }) => name !== place);
        return { message: `Repository ${place} has been successfully deleted` };
      case "BITBUCKET_GET_FILE_FROM_REPOSITORY":
        return input.path === "README.md"
          ? {
              commit: hash("a"),
              path: "README.md",
              size: 40,
              data: "# The API\n\nServes all the things.",
            }
          : missing("Path");
      case "BITBUCKET_LIST_COMMITS":
        return page([{ hash: hash("a"), message: "Start", author: { user: other } }]);
      case "BITBUCKET_LIST_SNIPPETS":
        return page(input.workspace === "acme" ? [{ id: "kypj", title: "Deploy notes" }] : []);
      case "BITBUCKET_GET_SNIPPET":
        return { id: "kypj", title: "Deploy notes", files: { "deploy.sh": {} } };
      case "BITBUCKET_CREATE_SNIPPET_COMMENT":
        return { id: 7, content: { raw: String(input.content) } };
      default:
        return missing(`Tool ${slug}`);
    }
  }
  return { execute };
}
