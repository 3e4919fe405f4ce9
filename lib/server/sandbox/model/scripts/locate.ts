import { explainSetback } from "../answers/setbacks";
import { type Repository, shapes } from "../data/shapes";
import { findRepositories, type RepositoryReference } from "../language/repository";
import { readUtterance } from "../language/utterance";
import { finish, type Script } from "../planner/script";
import { pick, type ReadRequest, readEach } from "./actions";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { readLists } from "./lists";

/** A repository that is known by both its names. */
export type Place = { workspace: string; slug: string; repository?: Repository };

/** More than this is not looked through for one question. */
const mostRepositories = 20;

export function nameOf(place: { workspace: string; slug: string }): string {
  return `${place.workspace}/${place.slug}`;
}

function placeOf(fullName: string, repository?: Repository): Place {
  const [workspace = "", slug = ""] = fullName.split("/");
  return { workspace, slug, ...(repository && { repository }) };
}

export function workspacesRequest(context: ScriptContext): ReadRequest {
  const slug = pick(context, "BITBUCKET_GET_USER_WORKSPACES", "BITBUCKET_LIST_WORKSPACES");
  return { slug, arguments: {} };
}

export function* readWorkspaces(context: ScriptContext): Script<string[]> {
  const request = workspacesRequest(context);
  const [list] = yield* readLists(context, shapes.workspace, [request], "Finding the workspaces.");
  if (list?.status !== "read") {
    return yield* finish(
      list ? explainSetback(list.setback, context.wish) : `I could not ${context.wish}.`,
    );
  }
  if (list.items.length === 0) {
    yield* finish(
      "The connected account is in no Bitbucket workspace, so there is nothing to look at.",
    );
  }
  return list.items.map(({ slug }) => slug);
}

/** Every repository the account can see. Ends the script where there is none. */
function* readEveryRepository(
  context: ScriptContext,
): Script<{ places: Place[]; complete: boolean; workspaces: string[] }> {
  const workspaces = yield* readWorkspaces(context);
  const lists = yield* readLists(
    context,
    shapes.repository,
    workspaces.map((workspace) => ({
      slug: "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
      arguments: { workspace },
    })),
    "Finding the repositories.",
  );
  const read = lists.filter((list) => list.status === "read");
  const places = read.flatMap((list) =>
    list.items.map((repository) => placeOf(repository.full_name, repository)),
  );
  if (places.length === 0) {
    const [first] = lists;
    yield* finish(
      first?.status === "setback"
        ? explainSetback(first.setback, context.wish)
        : "I found no repository in your workspaces.",
    );
  }
  return {
    places,
    complete: lists.length === read.length && read.every((list) => list.complete),
    workspaces,
  };
}

function sameName(left: string, right: string | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_]+/g, "-");
  return right !== undefined && plain(left) === plain(right);
}

function* choosePlace(question: string, places: readonly Place[]): Script<Place> {
  const chosen = yield* choose(question, places.map(nameOf), (answer) => {
    const [reference] = findRepositories(readUtterance(answer));
    return reference?.workspace ? `${reference.workspace}/${reference.slug}` : undefined;
  });
  return places.find((place) => nameOf(place) === chosen) ?? placeOf(chosen);
}

/** A list that was cut may hide a repository; asking each workspace for it by name settles it. */
function* lookUpByName(
  context: ScriptContext,
  slug: string,
  workspaces: readonly string[],
): Script<Place[]> {
  const outcomes = yield* readEach(
    context,
    workspaces.map((workspace) => ({
      slug: "BITBUCKET_GET_REPOSITORY",
      arguments: { workspace, repo_slug: slug },
    })),
    `Looking for the repository ${slug}.`,
  );
  return workspaces.flatMap((workspace, index) =>
    outcomes[index]?.status === "succeeded" ? [{ workspace, slug }] : [],
  );
}

function* findByName(context: ScriptContext, slug: string): Script<Place> {
  const known = context.remembered.repository;
  if (known && sameName(slug, known.slug)) return known;
  const { places, complete, workspaces } = yield* readEveryRepository(context);
  const listed = places.filter(
    (place) => sameName(slug, place.slug) || sameName(slug, place.repository?.name),
  );
  const matches =
    listed.length > 0 || complete ? listed : yield* lookUpByName(context, slug, workspaces);
  const [match] = matches;
  if (match && matches.length === 1) return match;
  if (matches.length > 1) {
    return yield* choosePlace(
      `There are several repositories called ${slug}. Do you mean`,
      matches,
    );
  }
  return yield* choosePlace(`I found no repository called ${slug}. Do you mean`, places);
}

/**
 * The one repository a request is about: the one named, else the one the conversation was about, else the only one
 * there is, else the one the person chooses.
 */
export function* locateRepository(
  context: ScriptContext,
  references: readonly RepositoryReference[],
  options: { mayRemember: boolean } = { mayRemember: true },
): Script<Place> {
  const [reference] = references;
  if (reference?.workspace) return { workspace: reference.workspace, slug: reference.slug };
  if (reference) return yield* findByName(context, reference.slug);
  if (options.mayRemember && context.remembered.repository) return context.remembered.repository;
  const { places } = yield* readEveryRepository(context);
  const [only] = places;
  if (only && places.length === 1) return only;
  return yield* choosePlace("Which repository do you mean:", places);
}

/** The repositories a read is about: all that are named, else the remembered one, else every one. */
export function* locateRepositories(
  context: ScriptContext,
  references: readonly RepositoryReference[],
  options: { mayRemember: boolean } = { mayRemember: true },
): Script<Place[]> {
  if (references.length > 0) {
    const places: Place[] = [];
    for (const reference of references) places.push(yield* locateRepository(context, [reference]));
    return places;
  }
  if (options.mayRemember && context.remembered.repository) return [context.remembered.repository];
  return (yield* readEveryRepository(context)).places.slice(0, mostRepositories);
}
