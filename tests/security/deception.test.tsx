import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { ActionList } from "@/components/activity/action-list";
import {
  articleApprovals,
  deceptiveApproval,
} from "@/components/activity/stories/article-approvals";
import { sampleAction } from "@/components/activity/stories/sample-action";
import { Markdown } from "@/components/chat/markdown";
import { type MessageRenderers, MessageRow } from "@/components/chat/message-row";
import { SharedCopy } from "@/components/share/page/shared-copy";
import { log } from "@/lib/server/log";
import { deceptionsIn } from "@/lib/server/policy/deceptive-text";
import { storedWarnings } from "@/lib/server/policy/warning";
import { makeCopy } from "@/lib/server/sharing/copy/make-copy";
import type { ChatMessage } from "@/lib/shared/message";
import { usualChoices } from "@/lib/shared/sharing/choices";
import { markupOf } from "@/tests/support/markup";
import { countCases } from "./count-cases";
import { reportRow } from "./report";

const classes: [name: string, hidden: string][] = [
  ["tags", "\u{E0064}\u{E0065}\u{E006C}"],
  ["zero width", "\u200B\u200D\uFEFF\u2060"],
  ["bidirectional overrides", "\u202E\u2066\u2069\u200F"],
  ["terminal sequences", "\u001b[31m\u001b]0;owned\u0007"],
  ["controls and line separators", "\u0008\u0085\u2028\u0001"],
  ["look-alikes", "ap\u0456\u043Ekey"],
];

let cases = 0;
let gotThrough = 0;
/** Notes one text and fails when a character of its class is in it as it is. */
function expectSeen(text: string, hidden: string): void {
  const left = [...hidden].filter(
    (character) => !/[ -~]/.test(character) && text.includes(character),
  );
  cases += 1;
  gotThrough += left.length > 0 ? 1 : 0;
  expect(left).toEqual([]);
  expect(text).toContain("\\u{");
}

const approval = { status: "approval" as const, approvalId: "a", warnings: [] };
const renderers: MessageRenderers = {
  Text: ({ text }) => <Markdown text={text} />,
  Actions: ({ actions }) => <ActionList actions={actions} />,
  Connection: () => null,
  Attachments: () => null,
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(classes)("%s", (_name, hidden) => {
  const text = `safe${hidden}text`;
  const repository = { workspace: "acme", repo_slug: text, path: text, [text]: { deep: [text] } };

  test.each(["BITBUCKET_CREATE_ISSUE", "BITBUCKET_GET_FILE_FROM_REPOSITORY", "BITBUCKET_UNKNOWN"])(
    "on the card of %s: title, fields, file names, names of fields, account, warnings",
    (tool) => {
      const action = sampleAction(
        tool,
        { ...approval, ...storedWarnings(deceptionsIn({ title: text })), confirmation: text },
        { arguments: { ...repository, title: text, content: text }, account: text },
      );
      expectSeen(markupOf(<ActionList actions={[action]} />), hidden);
    },
  );

  test("in a batch, in what was done and in what failed", () => {
    const actions = [
      sampleAction("BITBUCKET_CREATE_BRANCH", approval, {
        arguments: { ...repository, name: text },
      }),
      sampleAction("BITBUCKET_CREATE_ISSUE", approval, {
        arguments: { ...repository, title: text },
      }),
      sampleAction("BITBUCKET_GET_BRANCH", {
        status: "failed",
        error: { code: "x", message: text, hint: text },
      }),
      sampleAction(
        "BITBUCKET_GET_BRANCH",
        { status: "denied", reason: text },
        { arguments: repository },
      ),
    ];
    expectSeen(markupOf(<ActionList actions={actions} />), hidden);
  });

  const written: ChatMessage = {
    id: "m",
    role: "assistant",
    parts: [
      { type: "reasoning", text },
      {
        type: "text",
        text: `${text} **${text}** \`${text}\`\n\n\`\`\`sh\n${text}\n\`\`\`\n\n[${text}](https://bitbucket.org/)`,
      },
    ],
  };
  const asked: ChatMessage = { id: "q", role: "user", parts: [{ type: "text", text }] };

  test.each([
    ["of the model", written],
    ["of the person", asked],
  ])("in a message %s", (_author, message) => {
    const markup = markupOf(<MessageRow message={message} renderers={renderers} />);
    expectSeen(markup, hidden);
  });

  test("in a line of the log", () => {
    const lines: string[] = [];
    vi.spyOn(console, "error").mockImplementation((line: string) => lines.push(line));
    log.error("router.failed", new Error(`${text}\n{"level":"info"}`), { tool: text });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "error", event: "router.failed" });
    // In JSON a backslash is two.
    expectSeen((lines[0] ?? "").replaceAll("\\\\", "\\"), hidden);
  });

  test("on a shared page: title, words, cards, what was sent, raw data", async () => {
    const action = sampleAction("BITBUCKET_GET_FILE_FROM_REPOSITORY", {
      status: "succeeded",
      result: { path: text, data: text, commit: text, size: 1 },
    });
    const card: ChatMessage = {
      id: "c",
      role: "assistant",
      parts: [{ type: "data-action", id: action.id, data: action }],
    };
    const choices = { ...usualChoices, sent: true, results: true, reasoning: true };
    const messages = [asked, written, card];
    const { document } = await makeCopy({ title: text, messages }, { choices, revealed: [] });
    const services = { model: "hosted" as const, router: "hosted" as const };
    const page = { language: "en" as const, kind: "copy" as const, document, version: 1, services };
    const markup = markupOf(
      <SharedCopy page={{ ...page, imageAddress: null, reportAddress: null }} />,
    );
    expectSeen(markup, hidden);
  });
});

const cards = countCases(21, "Approval cards that do not show what they ask about");

describe("the approval card", () => {
  test.each(articleApprovals.map((action) => [action.tool, action] as const))(
    "of %s shows every argument whole, and its raw form is there to open",
    (tool, action) => {
      const markup = markupOf(<ActionList actions={[action]} />);
      expect(markup.match(/data-slot="approval"/g)).toHaveLength(1);
      for (const value of Object.values(action.arguments)) {
        if (typeof value !== "string" && typeof value !== "number") continue;
        const shown = markupOf(<span>{String(value) || "empty"}</span>).slice(6, -7);
        cards.expectSafe(markup.includes(shown), `${tool} does not show ${shown}`);
      }
      expect(markup).toContain("Raw JSON");
      expect(markup).toContain("Don&#x27;t");
      expect(markup).not.toMatch(/always|don.t ask again/i);
    },
  );

  test("cuts nothing of ten thousand characters, and says what is not what it looks like", () => {
    const markup = markupOf(<ActionList actions={deceptiveApproval} />);
    expect(markup.match(/A line that says nothing much\./g)).toHaveLength(330);
    expect(markup).toContain("The last line.");
    expect(markup).toContain("overflow-y-auto");
    expect(markup).not.toMatch(/line-clamp|truncate/);
    expect(markup).toContain("\\u{430}");
    expect(markup).toContain("\\u{202E}");
    expect(markup).toContain("\\u{1B}");
    expect(markup).toContain("\\u{E0064}");
    expect(markup).toContain("letters that only look like Latin ones");
  });

  test("of a repository's deletion wants the name typed before it can say yes", () => {
    const [deletion] = articleApprovals.filter(({ tool }) => tool.endsWith("DELETE_REPOSITORY"));
    if (!deletion) throw new Error("There is no such card.");
    const markup = markupOf(<ActionList actions={[deletion]} />);
    expect(markup).toMatch(/<button[^>]*disabled=""[^>]*>Delete repository/);
    expect(markup).toContain("acme/old-site");
  });

  test("calls two arguments whose names would be one by what they are sent as", () => {
    const action = sampleAction("BITBUCKET_DELETE_REPOSITORY", approval, {
      arguments: { repo_slug: "production", repository: "playground" },
    });
    const markup = markupOf(<ActionList actions={[action]} />);
    expect(markup).toContain(">repo_slug<");
    expect(markup).toContain(">repository<");
  });

  test("names every account of a batch", () => {
    const actions = ["work", "private"].map((account) =>
      sampleAction("BITBUCKET_CREATE_BRANCH", approval, { id: account, account }),
    );
    const markup = markupOf(<ActionList actions={actions} />);
    expect(markup).toContain("as work · Bitbucket, as private · Bitbucket");
  });
});

afterAll(() => {
  reportRow({ row: 20, title: "Hidden characters shown as they are", cases, gotThrough });
});
