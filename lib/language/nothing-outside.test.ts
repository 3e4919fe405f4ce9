import { globSync, readFileSync } from "node:fs";
import { type Node, parseSync } from "oxc-parser";
import { expect, test } from "vitest";

/** What is the same in every language: names, units, and keys on a keyboard. */
const names = new Set([
  "Branchline",
  "– Branchline",
  "Bitbucket",
  "Composio",
  "Markdown",
  "JSON",
  "text",
]);

/** Attributes that are read or read out. */
const spoken = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "description",
  "heading",
  "hint",
  "label",
  "placeholder",
  "title",
]);

const says = (text: string) => /\p{L}{2,}/u.test(text) && !names.has(text.trim());

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

/** Text for people in a file that no dictionary has. */
function saidIn(source: string, file = "said.tsx"): string[] {
  const found: string[] = [];
  const note = (text: string) => {
    if (says(text)) found.push(text.trim());
  };
  const { program, errors } = parseSync(file, source);
  expect(errors, file).toEqual([]);
  /** A string as it is, or whatever of it stands in a template, a choice or a fallback. */
  const read = (node: Node): void => {
    switch (node.type) {
      case "Literal":
        if (typeof node.value === "string") note(node.value);
        break;
      case "TemplateLiteral":
        for (const { value } of node.quasis) note(value.cooked ?? value.raw);
        break;
      case "ConditionalExpression":
        read(node.consequent);
        read(node.alternate);
        break;
      case "LogicalExpression":
        read(node.right);
        break;
      case "JSXExpressionContainer":
        read(node.expression);
        break;
    }
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    switch (value.type) {
      case "JSXText":
        note(value.value);
        break;
      case "JSXElement":
      case "JSXFragment":
        for (const child of value.children)
          if (child.type === "JSXExpressionContainer") read(child);
        break;
      case "JSXAttribute":
        if (value.value && value.name.type === "JSXIdentifier" && spoken.has(value.name.name))
          read(value.value);
        break;
      case "Property":
        if (value.key.type === "Identifier" && spoken.has(value.key.name)) read(value.value);
        break;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(program);
  return found;
}

/** Said to whoever works on the house, or a machine. */
const apart = ["app/sandbox/", "app/stories/", "/stories/"];

const files = globSync("{app,components,pages}/**/*.tsx").filter(
  (file) => !file.endsWith(".test.tsx") && !apart.some((place) => file.includes(place)),
);

test.each([
  ["<p>Hello there</p>", ["Hello there"]],
  ["<p>{ready ? 'Done' : `Wait a while`}</p>", ["Done", "Wait a while"]],
  ["<p>{name || 'Nobody'}</p>", ["Nobody"]],
  ["<button aria-label='Close' className='grow' />", ["Close"]],
  ["<Field label={known ? title : 'Unknown'} />", ["Unknown"]],
  ["<Menu entries={[{ label: 'Rename', icon: Pencil }]} />", ["Rename"]],
  ["<><b>{words.title}</b>, {count} · <a href='/'>Branchline</a></>", []],
  ["<p className='said' data-slot='a-slot'>{words.of('/chat/1')}</p>", []],
])("in %s", (source, expected) => {
  expect(saidIn(`const seen = ${source};`)).toEqual(expected);
});

test("there are files to look at", () => {
  expect(files.length).toBeGreaterThan(200);
});

test.each(files)("%s says nothing that no dictionary has", (file) => {
  expect(saidIn(readFileSync(file, "utf8"), file)).toEqual([]);
});
