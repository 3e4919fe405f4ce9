import { explainSetback } from "../answers/setbacks";
import { code, count, enumerateSome, link } from "../answers/words";
import { readOne } from "../data/read";
import { type Repository, shapes } from "../data/shapes";
import type {
  CreateRepositoryIntent,
  DeleteRepositoryIntent,
  GetRepositoryIntent,
  ListRepositoriesIntent,
} from "../language/repositories";
import { type Script, say } from "../planner/script";
import { readOrFinish } from "./actions";
import { change } from "./change";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { readLists } from "./lists";
import { locateRepository, nameOf, readWorkspaces } from "./locate";
import { workspacesFor } from "./people";

export function* listRepositories(intent: ListRepositoriesIntent, context: ScriptContext): Script {
  const workspaces = yield* workspacesFor(context, intent.workspace);
  const lists = yield* readLists(
    context,
    shapes.repository,
    workspaces.map((workspace) => ({
      slug: "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
      arguments: { workspace },
    })),
    "Listing repositories.",
  );
  return workspaces
    .map((workspace, index) => {
      const list = lists[index];
      if (list?.status !== "read") {
        return list
          ? explainSetback(list.setback, `list the repositories of ${code(workspace)}`)
          : "";
      }
      if (list.items.length === 0) return `${code(workspace)} has no repositories you can see.`;
      const size = list.size ?? list.items.length;
      const exact = list.complete || list.size !== undefined;
      const amount = count(size, { one: "repository", many: "repositories" });
      const names = enumerateSome(
        list.items.map((repository) => link(repository.full_name.split("/")[1] ?? "", repository)),
        8,
      );
      return `${code(workspace)} has ${exact ? "" : "at least "}${amount}: ${names}.`;
    })
    .join("\n\n");
}

function inWords(repository: Repository): string {
  const visibility =
    repository.is_private === undefined ? "" : repository.is_private ? " a private" : " a public";
  const main = repository.mainbranch?.name;
  return [
    `${link(repository.full_name, repository)} is${visibility || " a"} repository${main ? ` with the main branch ${code(main)}` : ""}.`,
    repository.description ?? "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

export function* getRepository(intent: GetRepositoryIntent, context: ScriptContext): Script {
  const place = yield* locateRepository(context, intent.repositories);
  const outcome = yield* readOrFinish(
    context,
    {
      slug: "BITBUCKET_GET_REPOSITORY",
      arguments: { workspace: place.workspace, repo_slug: place.slug },
    },
    `Looking at ${nameOf(place)}.`,
  );
  const repository = readOne(shapes.repository, outcome.data);
  return repository ? inWords(repository) : `Here is ${code(nameOf(place))}.`;
}

/** A slug as Bitbucket writes it. */
function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\w.-]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

export function* createRepository(
  intent: CreateRepositoryIntent & { name: string },
  context: ScriptContext,
): Script {
  const workspaces = intent.workspace ? [intent.workspace] : yield* readWorkspaces(context);
  const [only = ""] = workspaces;
  const workspace =
    workspaces.length === 1 ? only : yield* choose("In which workspace:", workspaces);
  const slug = slugOf(intent.name);
  const visibility = intent.isPrivate ? "private" : "public";
  yield* say(`I’ll create the ${visibility} repository ${code(`${workspace}/${slug}`)}.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_CREATE_REPOSITORY",
        arguments: {
          workspace,
          repo_slug: slug,
          is_private: intent.isPrivate,
          ...(intent.description && { description: intent.description }),
        },
      },
    ],
    `Creating ${workspace}/${slug}.`,
  );
  const wish = `create the repository ${code(`${workspace}/${slug}`)}`;
  if (outcome?.status !== "succeeded") {
    return outcome ? explainSetback(outcome, wish) : `I could not ${wish}.`;
  }
  const created = readOne(shapes.repository, outcome.data);
  return `Created the ${visibility} repository ${created ? link(created.full_name, created) : code(`${workspace}/${slug}`)}.`;
}

/** Only a repository named in this very request may be deleted; nothing is remembered for that. */
export function* deleteRepository(intent: DeleteRepositoryIntent, context: ScriptContext): Script {
  const place = yield* locateRepository(context, intent.repositories, { mayRemember: false });
  const name = code(nameOf(place));
  yield* say(`I’ll delete the repository ${name} with everything in it. This cannot be undone.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_DELETE_REPOSITORY",
        arguments: { workspace: place.workspace, repo_slug: place.slug },
      },
    ],
    `Deleting ${nameOf(place)}.`,
  );
  return outcome === undefined || outcome.status === "succeeded"
    ? `The repository ${name} is deleted.`
    : explainSetback(outcome, `delete the repository ${name}`);
}
