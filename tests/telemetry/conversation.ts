import type { Script } from "../faults/scripted-model";
import type { Stage } from "../faults/stage";
import { dispatch } from "../support/fake-wire";

/** Words of a conversation, each in a place of its own; none of them may be told. */
export const words = {
  person: "peppermint",
  model: "tangerine",
  title: "wheelbarrow",
  content: "hopscotch",
  closing: "marmalade",
  search: "dragonfly",
  madeUpTool: "WATERMELON",
};

const repository = { workspace: "acme", repo_slug: "api" };

const script: Script = ({ results }) => {
  if (results === 0)
    return {
      text: `First a ${words.model} look.`,
      calls: [dispatch(["BITBUCKET_LIST_BRANCHES", repository])],
    };
  if (results === 1)
    return { calls: [dispatch([`BITBUCKET_GET_${words.madeUpTool}`, repository])] };
  if (results === 2) {
    const issue = { ...repository, title: words.title, content: words.content };
    return { calls: [dispatch(["BITBUCKET_CREATE_ISSUE", issue])] };
  }
  return { text: `It is filed, with ${words.closing}.` };
};

/** A look, a tool that a model made up, a change that is allowed, a page, and a search: the ways in which words go through the server. */
export async function converse(stage: Stage): Promise<void> {
  stage.services.model.script = script;
  await stage.say(`File an issue about ${words.person}, please.`);
  await stage.untilEnded();
  await (await stage.person.request(`/api/search?query=${words.search}`)).text();
  await (await stage.person.request(`/chat/${stage.chatId}?from=${words.search}`)).text();
  await (await stage.person.request(`/share/${words.search}`)).text();
}
