import { code, link } from "../../answers/words";
import { readOne } from "../../data/read";
import { shapes } from "../../data/shapes";
import type { Outcome } from "../../planner/outcome";
import type { Script } from "../../planner/script";
import { readEach } from "../actions";
import type { ScriptContext } from "../context";
import { nameOf, type Place } from "../locate";
import { done, isMissing, type Look, notDone, placeIn, unclear, unreadable } from "./look";

const unnamed = unclear("I do not know which repository it was");

function* readRepository(
  context: ScriptContext,
  place: Place,
): Script<{ outcome: Outcome | undefined; label: string }> {
  const [outcome] = yield* readEach(
    context,
    [
      {
        slug: "BITBUCKET_GET_REPOSITORY",
        arguments: { workspace: place.workspace, repo_slug: place.slug },
      },
    ],
    `Is there a repository ${nameOf(place)} now?`,
  );
  const found =
    outcome?.status === "succeeded" ? readOne(shapes.repository, outcome.data) : undefined;
  return { outcome, label: found ? link(found.full_name, found) : code(nameOf(place)) };
}

export const checkCreatedRepository: Look = function* (context, sent) {
  const place = placeIn(sent);
  if (!place) return unnamed;
  const { outcome, label } = yield* readRepository(context, place);
  if (outcome?.status === "succeeded") return done(`the repository ${label} is there`);
  return isMissing(outcome)
    ? notDone(`there is no repository ${label}`)
    : unreadable(outcome, `read the repository ${label}`);
};

export const checkDeletedRepository: Look = function* (context, sent) {
  const place = placeIn(sent);
  if (!place) return unnamed;
  const { outcome, label } = yield* readRepository(context, place);
  if (isMissing(outcome)) return done(`there is no repository ${label} any more`);
  return outcome?.status === "succeeded"
    ? notDone(`the repository ${label} is still there`)
    : unreadable(outcome, `read the repository ${label}`);
};
