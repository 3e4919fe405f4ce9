import { expect, test } from "vitest";
import { nextPageArguments, pageNumber } from "./next-page-arguments.ts";

const sent = { workspace: "acme", repo_slug: "api" };
const values = [{}];
const next = "https://api.bitbucket.org/2.0/anywhere?page=900&workspace=other";

test.each([
  ["the first page", sent, { values, next }, { ...sent, page: 2 }],
  [
    "a page with its length",
    sent,
    { values, next, page: 1, pagelen: 10 },
    { ...sent, page: 2, pagelen: 10 },
  ],
  [
    "a page whose length was asked for",
    { ...sent, page: 2, pagelen: 5 },
    { values, next, page: 2, pagelen: 5 },
    { ...sent, page: 3, pagelen: 5 },
  ],
  ["a page in an envelope", { ...sent, page: 3 }, { data: { values, next } }, { ...sent, page: 4 }],
  [
    "a number that was sent as a text",
    { ...sent, page: "7" },
    { values, next },
    { ...sent, page: 2 },
  ],
])("behind %s comes the same with the next number", (_name, input, result, expected) => {
  expect(nextPageArguments(input, result)).toEqual(expected);
});

test.each([{}, null, "x", { values }, { values, next: "" }, { values: 1, next }, { next }])(
  "behind %j there is none",
  (result) => {
    expect(nextPageArguments(sent, result)).toBeUndefined();
  },
);

test("an answer says which page it is", () => {
  expect(pageNumber({ page: 3 })).toBe(3);
  expect(pageNumber({ data: { page: 4 } })).toBe(4);
  expect(pageNumber({ values })).toBeUndefined();
});
