import { expect, test } from "vitest";
import { titleStep } from "./title";

const asking = (words: string) =>
  titleStep([
    { type: "message", role: "developer", content: "Write a title for the conversation that …" },
    { type: "message", role: "user", content: words },
  ])?.text;

test.each([
  ["Could you please show me my repositories?", "Show me my repositories"],
  [
    "Hi there! Create a branch fix/login off main in acme/api",
    "Create a branch fix/login off main in acme/api",
  ],
  ['Open an issue "Login is slow" in acme/web', "Open an issue Login is slow in acme/web"],
  ["one two three four five six seven eight nine", "One two three four five six seven eight"],
  ["What waits for me: reviews\nand issues", "What waits for me"],
])("%j is called %j", (words, title) => {
  expect(asking(words)).toBe(title);
});

test("nothing else is answered with a title", () => {
  const words = "Write a title for the conversation";
  expect(titleStep([{ type: "message", role: "user", content: words }])).toBeNull();
});
