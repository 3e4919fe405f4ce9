import { expect, it } from "vitest";
import { shareBar } from "./change-bar";

it.each([
  [0, 0, { added: 0, removed: 0 }],
  [1, 0, { added: 1, removed: 0 }],
  [1, 1, { added: 1, removed: 1 }],
  [500, 1, { added: 4, removed: 1 }],
  [1, 500, { added: 1, removed: 4 }],
  [30, 20, { added: 3, removed: 2 }],
  [0, 64, { added: 0, removed: 5 }],
])("+%d −%d", (added, removed, expected) => {
  expect(shareBar(added, removed)).toEqual(expected);
});
