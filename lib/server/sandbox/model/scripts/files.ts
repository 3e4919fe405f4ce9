import { explainSetback } from "../answers/setbacks";
import { code, count } from "../answers/words";
import { readOne } from "../data/read";
import { shapes } from "../data/shapes";
import { stringField } from "../data/values";
import type { GetFileIntent } from "../language/files";
import type { Outcome } from "../planner/outcome";
import type { Script } from "../planner/script";
import { readEach } from "./actions";
import type { ScriptContext } from "./context";
import { locateRepository, nameOf } from "./locate";
import { mainBranchOf } from "./read-branch";

/** Names a readme goes by, the usual ones first. */
const readmeNames = ["README.md", "README.rst", "README", "readme.md", "README.txt"] as const;

function contentOf(outcome: Outcome): string | undefined {
  if (outcome.status !== "succeeded") return undefined;
  if (typeof outcome.data === "string") return outcome.data;
  return readOne(shapes.file, outcome.data)?.data ?? stringField(outcome.data, "content");
}

/** What a text in Markdown is called and how it begins, in one sentence; empty where neither can be told. */
function gist(text: string): string {
  const blocks = text.split(/\n\s*\n|\n(?=#)/).map((block) => block.trim());
  const title = blocks
    .find((block) => block.startsWith("#"))
    ?.split("\n")[0]
    ?.replace(/^#+\s*/, "");
  const paragraph = blocks
    .map((block) => block.replace(/^#.*\n?/, "").trim())
    .find((block) => block !== "" && !/^(?:[-*!<|]|\[!|```)/.test(block))
    ?.replace(/\s+/g, " ");
  const beginning =
    paragraph && paragraph.length > 200 ? `${paragraph.slice(0, 200).trimEnd()}…` : paragraph;
  const parts = [title && `is titled “${title}”`, beginning && `begins: “${beginning}”`];
  const told = parts.filter((part) => part).join(" and ");
  return told ? ` It ${told}` : "";
}

export function* getFile(intent: GetFileIntent, context: ScriptContext): Script {
  const place = yield* locateRepository(context, intent.repositories);
  const revision = intent.revision ?? (yield* mainBranchOf(context, place));
  const paths = intent.path ? [intent.path] : readmeNames;
  const where = `${code(nameOf(place))} at ${code(revision)}`;
  let trouble = "";
  for (const path of paths) {
    const [outcome] = yield* readEach(
      context,
      [
        {
          slug: "BITBUCKET_GET_FILE_FROM_REPOSITORY",
          arguments: { workspace: place.workspace, repo_slug: place.slug, commit: revision, path },
        },
      ],
      `Fetching ${path}.`,
    );
    if (outcome === undefined) continue;
    if (outcome.status !== "succeeded") {
      trouble = explainSetback(outcome, `fetch ${code(path)} from ${where}`);
      if (outcome.status === "failed" && outcome.httpStatus === 404) continue;
      return trouble;
    }
    const content = contentOf(outcome);
    if (content === undefined) return `Here is ${code(path)} from ${where}.`;
    const extent = outcome.complete
      ? count(content.trimEnd().split("\n").length, { one: "line", many: "lines" })
      : "longer than I can read at once";
    const words = /\.(?:md|rst|txt)$|^readme$/i.test(path) ? gist(content) : "";
    return `Here is ${code(path)} from ${where} (${extent}).${words}`;
  }
  return intent.path ? trouble : `I found no readme in ${where}.`;
}
