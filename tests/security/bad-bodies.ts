import fc, { type Arbitrary } from "fast-check";

const oddText: Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom("__proto__", "constructor", "toString", "{{7*7}}", "%00../", "<script>", "null"),
  fc.constantFrom("\0", "\u202E\u200B\uFEFF", "\uD800", "'\";--", "a".repeat(60_000)),
);

const oddValue: Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom("", "approve", "deny", "bitbucket", "check", "ask", "read-only"),
  fc.constantFrom(0, -1, 1e308, 2 ** 53, 0.1, true, false, null),
  fc.constantFrom(51, 2_000).map((length) => Array(length).fill(1)),
  fc.jsonValue(),
);

const stray = fc.dictionary(
  fc.constantFrom("x", "__proto__", "userId", "constructor", "", "parts"),
  oddValue,
  { maxKeys: 2, noNullPrototype: true },
);

function wellNamed(fields: readonly string[]): Arbitrary<string> {
  const named = fc.record(Object.fromEntries(fields.map((field) => [field, oddValue])), {
    requiredKeys: [],
  });
  return fc.tuple(named, stray).map(([one, other]) => JSON.stringify({ ...one, ...other }));
}

const nested: Arbitrary<string> = fc
  .record({
    depth: fc.constantFrom(10, 1_000, 100_000),
    brackets: fc.constantFrom(["[", "]"], ['{"a":', "}"], ["[[", ""]),
    inside: fc.constantFrom("1", "", "null"),
  })
  .map(({ depth, brackets: [open = "", close = ""], inside }) =>
    [open.repeat(depth), inside, close.repeat(depth)].join(""),
  );

/**
 * Bodies that nobody should send: the right names with wrong values, JSON of any shape, and what is no JSON at all.
 *
 * @param fields the names that a good body has
 */
export function badBody(fields: readonly string[]): Arbitrary<string> {
  const cut = fc
    .tuple(wellNamed(fields), fc.nat())
    .map(([body, length]) => body.slice(0, length % (body.length + 1)));
  return fc.oneof(
    { weight: 5, arbitrary: wellNamed(fields) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: oddText },
  );
}
