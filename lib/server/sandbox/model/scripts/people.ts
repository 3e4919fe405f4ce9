import { explainSetback } from "../answers/setbacks";
import { code, count, enumerateSome, personName } from "../answers/words";
import { readOne } from "../data/read";
import { shapes, type User } from "../data/shapes";
import type { PeopleIntent } from "../language/people";
import { finish, type Script } from "../planner/script";
import { pick, type ReadRequest, readOrFinish } from "./actions";
import type { ScriptContext } from "./context";
import { readLists } from "./lists";
import { readWorkspaces } from "./locate";

export function currentUserRequest(context: ScriptContext): ReadRequest {
  const slug = pick(context, "BITBUCKET_GET_CURRENT_USER2", "BITBUCKET_GET_CURRENT_USER");
  return { slug, arguments: {} };
}

export function* readCurrentUser(context: ScriptContext): Script<User> {
  const outcome = yield* readOrFinish(
    context,
    currentUserRequest(context),
    "Who is the connected account?",
  );
  return readOne(shapes.user, outcome.data) ?? {};
}

export function isPerson(candidate: User | null | undefined, person: User): boolean {
  if (!candidate) return false;
  if (candidate.uuid && person.uuid) return candidate.uuid === person.uuid;
  return candidate.display_name !== undefined && candidate.display_name === person.display_name;
}

export function* whoAmI(context: ScriptContext): Script {
  const user = yield* readCurrentUser(context);
  const name = personName(user);
  if (name === undefined)
    return "Bitbucket answered, but without a name for the connected account.";
  const login = user.username ?? user.nickname;
  return `You are **${name}**${login && login !== name ? ` (${code(login)})` : ""} in Bitbucket.`;
}

export function* listWorkspaces(context: ScriptContext): Script {
  const workspaces = yield* readWorkspaces(context);
  const amount = count(workspaces.length, { one: "workspace", many: "workspaces" });
  return `You are in ${amount}: ${enumerateSome(workspaces.map(code), 8)}.`;
}

/** The workspaces a request is about: the one it names, else all. */
export function* workspacesFor(
  context: ScriptContext,
  workspace: string | undefined,
): Script<string[]> {
  return workspace ? [workspace] : yield* readWorkspaces(context);
}

export function* readMembers(
  context: ScriptContext,
  workspaces: readonly string[],
): Script<{ workspace: string; members: User[]; complete: boolean }[]> {
  const lists = yield* readLists(
    context,
    shapes.member,
    workspaces.map((workspace) => ({
      slug: "BITBUCKET_LIST_WORKSPACE_MEMBERS",
      arguments: { workspace },
    })),
    "Listing the members.",
  );
  const read = workspaces.flatMap((workspace, index) => {
    const list = lists[index];
    return list?.status === "read"
      ? [{ workspace, members: list.items, complete: list.complete }]
      : [];
  });
  const [first] = lists;
  if (read.length === 0 && first?.status === "setback") {
    yield* finish(explainSetback(first.setback, context.wish));
  }
  return read;
}

export function* listMembers(
  intent: Extract<PeopleIntent, { kind: "list-members" }>,
  context: ScriptContext,
): Script {
  const read = yield* readMembers(context, yield* workspacesFor(context, intent.workspace));
  return read
    .map(({ workspace, members, complete }) => {
      const amount = count(members.length, { one: "member", many: "members" });
      const names = enumerateSome(
        members.map((member) => personName(member) ?? "someone"),
        6,
      );
      return `${code(workspace)} has ${complete ? "" : "at least "}${amount}: ${names}.`;
    })
    .join("\n\n");
}
