import { code, personName } from "../answers/words";
import { shapes } from "../data/shapes";
import type { ListCommitsIntent } from "../language/commits";
import type { Script } from "../planner/script";
import type { ScriptContext } from "./context";
import { listAcross } from "./list-across";
import { locateRepositories } from "./locate";

export function* listCommits(intent: ListCommitsIntent, context: ScriptContext): Script {
  const places = yield* locateRepositories(context, intent.repositories);
  return yield* listAcross(context, places, {
    slug: "BITBUCKET_LIST_COMMITS",
    schema: shapes.commit,
    endless: true,
    noun: { one: "commit", many: "commits" },
    describe: (commit) => {
      const author = personName(commit.author?.user);
      const subject = commit.message?.split("\n")[0] ?? "";
      return `${code(commit.hash.slice(0, 7))} ${subject}${author ? ` (${author})` : ""}`;
    },
  });
}
