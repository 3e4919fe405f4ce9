import { expect, test } from "vitest";
import { compareLines } from "./compare-lines";

const drawn = (before: string, now: string) =>
  compareLines(before, now).map(
    ({ kind, text }) => `${{ same: " ", before: "-", now: "+" }[kind]}${text}`,
  );

test.each<[string, string, string, string[]]>([
  [
    "one line among others",
    "a\nb\nc\nd\ne\nf\ng",
    "a\nb\nc\nd\nX\nf\ng",
    [" b", " c", " d", "-e", "+X", " f", " g"],
  ],
  ["a line more", "a\nb", "a\nX\nb", [" a", "+X", " b"]],
  ["a line less", "a\nX\nb", "a\nb", [" a", "-X", " b"]],
  ["a line that is there twice", "a\na", "a\na\na", [" a", " a", "+a"]],
  ["nothing alike", "a", "b", ["-a", "+b"]],
  ["no difference", "a\nb", "a\nb", [" a", " b"]],
])("%s", (_name, before, now, expected) => {
  expect(drawn(before, now)).toEqual(expected);
});
