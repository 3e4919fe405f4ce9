import { code, link } from "../../answers/words";
import { readOne } from "../../data/read";
import { shapes } from "../../data/shapes";
import { stringField } from "../../data/values";
import { readEach } from "../actions";
import { isMissing, type Look, notDone, unclear, unreadable } from "./look";

/** No tool reads the comments of a snippet; the snippet itself tells where a person can. */
export const checkSnippetComment: Look = function* (context, sent) {
  const workspace = stringField(sent, "workspace");
  const id = stringField(sent, "encoded_id");
  if (!workspace || !id) return unclear("I do not know which snippet it was");
  const [outcome] = yield* readEach(
    context,
    [{ slug: "BITBUCKET_GET_SNIPPET", arguments: { workspace, encoded_id: id } }],
    `Looking at the snippet ${id}.`,
  );
  const named = `the snippet ${code(id)}`;
  if (isMissing(outcome)) return notDone(`${named} is not there in ${code(workspace)}`);
  if (outcome?.status !== "succeeded") return unreadable(outcome, `read ${named}`);
  const snippet = readOne(shapes.snippet, outcome.data);
  return unclear(
    `no tool reads the comments of a snippet. Look for yours at ${link(snippet?.title ?? id, snippet)}`,
  );
};
