import { code, link } from "../../answers/words";
import { readOne } from "../../data/read";
import { shapes } from "../../data/shapes";
import { stringField } from "../../data/values";
import { readEach } from "../actions";
import { nameOf } from "../locate";
import { done, isMissing, type Look, notDone, placeIn, unclear, unreadable } from "./look";

export const checkCreatedBranch: Look = function* (context, sent) {
  const place = placeIn(sent);
  const name = stringField(sent, "name");
  if (!place || !name) return unclear("I do not know which branch it was");
  const [outcome] = yield* readEach(
    context,
    [
      {
        slug: "BITBUCKET_GET_BRANCH",
        arguments: { workspace: place.workspace, repo_slug: place.slug, name },
      },
    ],
    `Is there a branch ${name} now?`,
  );
  const where = code(nameOf(place));
  if (isMissing(outcome)) return notDone(`there is no branch ${code(name)} in ${where}`);
  const branch = outcome?.status === "succeeded" ? readOne(shapes.branch, outcome.data) : undefined;
  if (!branch) return unreadable(outcome, `read the branch ${code(name)} in ${where}`);
  const hash = branch.target?.hash;
  const wanted = stringField(sent, "target_hash");
  const label = `${link(code(branch.name), branch)} is there in ${where}`;
  if (hash && wanted && !hash.startsWith(wanted)) {
    return unclear(
      `a branch ${label}, but at ${code(hash.slice(0, 7))} and not at ${code(wanted.slice(0, 7))}, where I wanted it`,
    );
  }
  return done(`the branch ${label}${hash ? `, at ${code(hash.slice(0, 7))}` : ""}`);
};
