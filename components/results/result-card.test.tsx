import { describe, expect, it } from "vitest";
import { sampleAction, sharedAction } from "@/components/activity/stories/sample-action";
import type { ServiceModes } from "@/lib/shared/api";
import { markupOf } from "@/tests/support/markup";
import { LongText } from "./long-text";
import { ServiceModesProvider } from "./parts/service-modes";
import { resultTools } from "./registry";
import { ResultCard } from "./result-card";
import * as entities from "./stories/entities";
import {
  brokenResults,
  emptyResults,
  hugeResults,
  ordinaryResults,
  receiptResults,
} from "./stories/tool-results";

function render(tool: string, result: unknown, router?: ServiceModes["router"]): string {
  return markupOf(
    <ServiceModesProvider value={router && { model: router, router }}>
      <ResultCard action={sampleAction(tool, { status: "succeeded", result })} />
    </ServiceModesProvider>,
  );
}

const genericLabel = 'aria-label="Result"';

describe("ResultCard", () => {
  it.each([...ordinaryResults, ...receiptResults])("knows the result of %s", (tool, result) => {
    expect(render(tool, result)).not.toContain(genericLabel);
    expect(render(tool, { data: result })).not.toContain(genericLabel);
    const shared = sharedAction(sampleAction(tool, { status: "succeeded", result }));
    expect(markupOf(<ResultCard action={shared} readOnly />)).not.toContain(genericLabel);
  });

  it.each([...emptyResults, ...hugeResults, ...brokenResults])("draws %s", (tool, result) => {
    expect(render(tool, result)).toContain("<figure");
  });

  it.each<[tool: string, result: unknown, words: string[]]>([
    [
      "BITBUCKET_GET_REPOSITORY",
      entities.repository,
      ["acme/api", "Private", "typescript", "18 MB", "issues on", "Copy clone URL"],
    ],
    [
      "BITBUCKET_LIST_PULL_REQUESTS",
      entities.pullRequestPage,
      ["Open", "Draft", "Merged", "Declined", "Superseded", "5 shown of 23"],
    ],
    [
      "BITBUCKET_GET_PULL_REQUEST",
      entities.pullRequest,
      ["fix/refresh-rotation", "approved", "requested changes", "A token that comes back"],
    ],
    [
      "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
      entities.diffstatPage,
      ["4 files", "+181", "−78", "src/time/clock.ts", 'title="renamed"'],
    ],
    ["BITBUCKET_LIST_ISSUES", entities.issuePage, ["On hold", "Won&#x27;t fix", "somewhere else"]],
    ["BITBUCKET_LIST_BRANCHES", entities.branchPage, ["release/1.4", "3fd093f", "Jane Okafor"]],
    ["BITBUCKET_LIST_COMMITS", entities.commitPage, ["Refuse used tokens", "The first 3"]],
    ["BITBUCKET_GET_FILE_FROM_REPOSITORY", entities.file, ["README.md", "main", "npm start"]],
    ["BITBUCKET_LIST_WORKSPACE_MEMBERS", entities.memberPage, ["Priya Raman", "owner"]],
    ["BITBUCKET_LIST_WORKSPACES", entities.workspacePage, ["Acme", "Administrator"]],
  ])("%s shows what people look for", (tool, result, words) => {
    const markup = render(tool, result);
    for (const word of words) expect(markup).toContain(word);
    expect(markup).not.toMatch(/\{[0-9a-f]{8}-/);
    expect(markup).not.toContain("jane@example.com");
  });

  it("says how many entries could not be read", () => {
    expect(
      render("BITBUCKET_LIST_PULL_REQUESTS", { values: [entities.pullRequest, 17] }),
    ).toContain("1 could not be read");
  });

  it("shows ten of many, and forty lines of a file", () => {
    const list = render(...hugeResult("BITBUCKET_LIST_PULL_REQUESTS"));
    expect(list.match(/<li[ >]/g)).toHaveLength(10);
    expect(list).toContain("10 shown of 4,217");
    const file = render(...hugeResult("BITBUCKET_GET_FILE_FROM_REPOSITORY"));
    expect(file).toContain("40 of 3,001 lines");
    expect(file).toContain("3,000 more characters");
  });

  it("says how large a result is that stayed behind, and offers it to its owner only", () => {
    const action = sampleAction("BITBUCKET_GET_REPOSITORY", {
      status: "succeeded",
      result: null,
      omittedBytes: 10_400_000,
    });
    const own = markupOf(<ResultCard action={action} />);
    expect(own).toContain("(10 MB)");
    expect(own).toContain("Show all");
    expect(own).toMatch(/href="\/api\/actions\/[^"]+\/result"/);
    const copy = markupOf(<ResultCard action={action} readOnly />);
    expect(copy).toContain("(10 MB)");
    expect(copy).not.toMatch(/Show all|\/api\//);
  });

  it("shows the beginning of a long text, and offers the rest of it", () => {
    const text = "line of text\n".repeat(100_000);
    const markup = markupOf(<LongText label="All of it" text={text} />);
    expect(markup.length).toBeGreaterThan(200_000);
    expect(markup.length).toBeLessThan(300_000);
    expect(markup).toContain("256,000 of 1,300,000 characters");
    expect(markup).toContain("Show 256,000 more");
    const short = markupOf(<LongText label="All of it" text={"a\u202e"} />);
    expect(short).toContain("All 2 characters");
    expect(short).toContain("\\u{202E}");
  });

  it("shows no bytes of a binary file", () => {
    const markup = render("BITBUCKET_GET_FILE_FROM_REPOSITORY", { path: "a.png", data: "\0\0" });
    expect(markup).toContain("A binary file");
  });

  it("shows text as text, and only https as links", () => {
    const markup = render("BITBUCKET_GET_BRANCH", {
      name: "<b>bold</b>\u202e",
      links: { html: { href: "javascript:alert(1)" } },
    });
    expect(markup).toContain("&lt;b&gt;bold&lt;/b&gt;");
    expect(markup).toContain("\\u{202E}");
    expect(markup).not.toMatch(/javascript:|\u202e/);
  });

  it("opens links in a new tab, without a way back", () => {
    for (const link of render("BITBUCKET_LIST_PULL_REQUESTS", entities.pullRequestPage).matchAll(
      /<a [^>]*>/g,
    )) {
      expect(link[0]).toContain('target="_blank"');
      expect(link[0]).toContain('rel="noopener noreferrer"');
    }
  });

  it("makes an address up for a receipt only where Bitbucket is real", () => {
    const address = "https://bitbucket.org/acme/api/pull-requests/43";
    const receipt = (router?: ServiceModes["router"]) =>
      render("BITBUCKET_CREATE_PULL_REQUEST", entities.createdPullRequest, router);
    expect(receipt("hosted")).toContain(address);
    expect(receipt("embedded")).not.toContain("bitbucket.org");
    expect(receipt()).not.toContain("bitbucket.org");
  });

  it("links to nothing that was deleted, and to nothing that is made up", () => {
    const links = { html: { href: "https://bitbucket.org/acme/old-site" } };
    const deleted = { message: "Gone.", links };
    expect(render("BITBUCKET_DELETE_REPOSITORY", deleted, "hosted")).not.toContain("href");
    expect(render("BITBUCKET_CREATE_BRANCH", entities.branch, "embedded")).not.toContain("href");
  });
});

function hugeResult(tool: string): [tool: string, result: unknown] {
  const found = hugeResults.find(([name]) => name === tool);
  if (!found) throw new Error(`There is no huge result of ${tool}.`);
  return found;
}

/** The same shapes in every run: a small linear congruential generator. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const keys = [
  ...["values", "data", "id", "title", "name", "full_name", "links", "html", "href", "target"],
  ...["hash", "author", "user", "display_name", "content", "raw", "state", "pull_request", "files"],
  ...["source", "branch", "reviewers", "participants", "size", "next", "path", "message", "slug"],
];

function randomShape(random: () => number, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 9 : 6));
  const some = () => Array.from({ length: Math.floor(random() * 6) });
  switch (kind) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
      return (random() - 0.3) * 1e6;
    case 3:
      return ["", "OPEN", "x".repeat(3_000), "2026-11-22", "\u0000\u202e", "{}"][
        Math.floor(random() * 6)
      ];
    case 4:
      return undefined;
    case 5:
      return Number.NaN;
    case 6:
      return some().map(() => randomShape(random, depth - 1));
    default:
      return Object.fromEntries(
        some().map(() => [
          keys[Math.floor(random() * keys.length)],
          randomShape(random, depth - 1),
        ]),
      );
  }
}

describe("any shape at all", () => {
  it.each([...resultTools, "BITBUCKET_NEVER_HEARD_OF"])("%s never throws", (tool) => {
    const random = makeRandom(42);
    for (let count = 0; count < 50; count += 1) {
      const shape = randomShape(random, 5);
      expect(render(tool, shape)).toContain("<figure");
    }
  });
});
