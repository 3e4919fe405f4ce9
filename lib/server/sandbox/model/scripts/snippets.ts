import { explainSetback } from "../answers/setbacks";
import { code, count, enumerateSome, link } from "../answers/words";
import { readOne } from "../data/read";
import { shapes } from "../data/shapes";
import type { SnippetIntent } from "../language/snippets";
import { finish, type Script, say } from "../planner/script";
import { readEach } from "./actions";
import { change } from "./change";
import { choose } from "./choose";
import type { ScriptContext } from "./context";
import { readLists } from "./lists";
import { workspacesFor } from "./people";

type FoundSnippet = { workspace: string; id: string; title?: string };

function* readSnippets(
  context: ScriptContext,
  workspaces: readonly string[],
): Script<(FoundSnippet & { label: string })[]> {
  const lists = yield* readLists(
    context,
    shapes.snippet,
    workspaces.map((workspace) => ({ slug: "BITBUCKET_LIST_SNIPPETS", arguments: { workspace } })),
    "Listing snippets.",
  );
  const [first] = lists;
  if (lists.every((list) => list.status === "setback") && first?.status === "setback") {
    yield* finish(explainSetback(first.setback, "list the snippets"));
  }
  return workspaces.flatMap((workspace, index) => {
    const list = lists[index];
    return list?.status === "read"
      ? list.items.map((snippet) => ({
          workspace,
          id: snippet.id,
          ...(snippet.title && { title: snippet.title }),
          label: `${link(snippet.title ?? snippet.id, snippet)} (${code(snippet.id)})`,
        }))
      : [];
  });
}

export function* listSnippets(
  intent: Extract<SnippetIntent, { kind: "list-snippets" }>,
  context: ScriptContext,
): Script {
  const workspaces = yield* workspacesFor(context, intent.workspace);
  const snippets = yield* readSnippets(context, workspaces);
  if (snippets.length === 0) return "There are no snippets in your workspaces.";
  const amount = count(snippets.length, { one: "snippet", many: "snippets" });
  return `I found ${amount}: ${enumerateSome(
    snippets.map(({ label }) => label),
    5,
  )}.`;
}

/** A snippet's id is only good with its workspace; one that was not named is found by looking. */
function* locateSnippet(
  context: ScriptContext,
  intent: { workspace?: string; id?: string },
): Script<FoundSnippet> {
  if (intent.workspace && intent.id) return { workspace: intent.workspace, id: intent.id };
  const workspaces = yield* workspacesFor(context, intent.workspace);
  const [only] = workspaces;
  if (intent.id && only && workspaces.length === 1) return { workspace: only, id: intent.id };
  const snippets = yield* readSnippets(context, workspaces);
  const wanted = intent.id?.toLowerCase();
  const named = snippets.filter(
    ({ id, title }) => id.toLowerCase() === wanted || title?.toLowerCase() === wanted,
  );
  const options = named.length > 0 ? named : snippets;
  const [first] = options;
  if (!first) return yield* finish("I found no snippet in your workspaces.");
  if (options.length === 1) return first;
  const labels = options.map(({ id, title }) => (title ? `${id} ${title}` : id));
  const chosen = yield* choose("Which snippet do you mean:", labels);
  return options[labels.indexOf(chosen)] ?? first;
}

export function* getSnippet(
  intent: Extract<SnippetIntent, { kind: "get-snippet" }>,
  context: ScriptContext,
): Script {
  const { workspace, id } = yield* locateSnippet(context, intent);
  const [outcome] = yield* readEach(
    context,
    [{ slug: "BITBUCKET_GET_SNIPPET", arguments: { workspace, encoded_id: id } }],
    `Looking at the snippet ${id}.`,
  );
  if (outcome?.status !== "succeeded") {
    const wish = `read the snippet ${code(id)} in ${code(workspace)}`;
    return outcome ? explainSetback(outcome, wish) : `I could not ${wish}.`;
  }
  const snippet = readOne(shapes.snippet, outcome.data);
  const files = Object.keys(snippet?.files ?? {});
  const contents = files.length > 0 ? ` with ${enumerateSome(files.map(code), 4)}` : "";
  return `Here is the snippet ${link(snippet?.title ?? id, snippet)} (${code(id)})${contents}.`;
}

export function* commentOnSnippet(
  intent: Extract<SnippetIntent, { kind: "comment-on-snippet" }> & { content: string },
  context: ScriptContext,
): Script {
  const { workspace, id } = yield* locateSnippet(context, intent);
  yield* say(`I’ll post the comment on the snippet ${code(id)} in ${code(workspace)}.`);
  const [outcome] = yield* change(
    context,
    [
      {
        slug: "BITBUCKET_CREATE_SNIPPET_COMMENT",
        arguments: { workspace, encoded_id: id, content: intent.content },
      },
    ],
    "Posting the comment.",
  );
  return outcome === undefined || outcome.status === "succeeded"
    ? `Commented on the snippet ${code(id)} in ${code(workspace)}.`
    : explainSetback(outcome, `comment on the snippet ${code(id)}`);
}
