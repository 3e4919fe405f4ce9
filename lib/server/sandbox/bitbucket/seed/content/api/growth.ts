import type { SeedStep } from "../../content-types";

/** From version 1.1 to the newest state of the main branch. */
export const growth: readonly SeedStep[] = [
  {
    type: "commit",
    by: "noor",
    on: "fix/order-totals",
    message: "Round totals once, at the end",
    files: {
      "src/orders/total.ts": `type Line = { quantity: number; cents: number; discount?: number };

/** In cents. Rounded once: rounding every line loses up to half a cent each. */
export function orderTotal(lines: readonly Line[]): number {
  const exact = lines.reduce(
    (sum, { quantity, cents, discount = 0 }) => sum + quantity * cents * (1 - discount),
    0,
  );
  return Math.round(exact);
}
`,
    },
  },
  { type: "merge", by: "priya", source: "fix/order-totals", pullRequest: 3 },
  {
    type: "commit",
    by: "priya",
    on: "feature/pagination",
    message: "Page through orders by cursor",
    files: {
      "src/pagination.ts": `export function encodeCursor(placedAt: Date, id: string): string {
  return Buffer.from(\`\${placedAt.toISOString()} \${id}\`).toString("base64url");
}

export function decodeCursor(cursor: string): { placedAt: Date; id: string } | undefined {
  const [placedAt, id] = Buffer.from(cursor, "base64url").toString().split(" ");
  const date = new Date(placedAt ?? "");
  return id && !Number.isNaN(date.getTime()) ? { placedAt: date, id } : undefined;
}
`,
    },
    edits: {
      "src/orders/order-store.ts": [
        "    latest: (limit: number) =>\n",
        `    after: (placedAt: Date, id: string, limit: number) =>
      database.many<Order>(
        "select * from orders where (placed_at, id) < ($1, $2) order by placed_at desc, id desc limit $3",
        [placedAt, id, limit],
      ),
    latest: (limit: number) =>
`,
      ],
    },
  },
  {
    type: "commit",
    by: "priya",
    on: "feature/pagination",
    message: "Document cursors",
    files: {
      "docs/pagination.md":
        "# Pagination\n\nLists answer with `next`, an opaque cursor. Send it back as `?after=` to get the next page.\nA cursor never expires, and new orders do not shift the pages behind it.\n",
    },
  },
  { type: "merge", by: "jane", source: "feature/pagination", pullRequest: 4 },
  {
    type: "commit",
    by: "jane",
    on: "experiment/graphql",
    message: "Try a GraphQL endpoint",
    files: {
      "src/graphql/schema.graphql":
        "type Query {\n  order(id: ID!): Order\n}\n\ntype Order {\n  id: ID!\n  totalCents: Int!\n}\n",
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "chore/logging",
    message: "Log requests as JSON",
    files: {
      "src/log.ts": `export function log(event: string, fields: Record<string, unknown> = {}) {
  process.stdout.write(\`\${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\\n\`);
}
`,
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "chore/logging",
    message: "Leave secrets out of the log",
    edits: {
      "src/log.ts": [
        "export function log(",
        `const secret = /authorization|cookie|secret|token/i;

export function redact(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secret.test(name) ? "[redacted]" : value]),
  );
}

export function log(`,
      ],
    },
  },
  { type: "merge", by: "hana", source: "chore/logging", pullRequest: 6 },
  {
    type: "commit",
    by: "noor",
    on: "fix/timezone",
    message: "Read dates without a time zone as UTC",
    files: {
      "src/dates.ts": `/** A date without an offset is UTC, whatever the machine's own time zone is. */
export function readDate(text: string): Date {
  return new Date(/(z|[+-]\\d\\d:?\\d\\d)$/i.test(text) ? text : \`\${text}Z\`);
}
`,
    },
  },
  { type: "merge", by: "mateo", source: "fix/timezone", pullRequest: 7 },
  { type: "tag", name: "v1.2.0" },
  {
    type: "commit",
    by: "bot",
    on: "release/1.2",
    message: "Release 1.2.1",
    edits: { "package.json": ['"version": "1.0.0"', '"version": "1.2.1"'] },
  },
  {
    type: "commit",
    by: "hana",
    message: "Run the tests for every pull request",
    files: {
      "bitbucket-pipelines.yml":
        "image: node:22\npipelines:\n  pull-requests:\n    '**':\n      - step:\n          script:\n            - npm ci\n            - npm test\n",
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Explain the error codes",
    files: {
      "docs/errors.md": `# Errors

| status | when |
|---|---|
| 400 | the body does not fit the schema; \`fields\` says where |
| 401 | the key is missing or unknown |
| 404 | there is no such order or customer, or it is not yours |
| 409 | the same \`Idempotency-Key\` was used for another request |
`,
    },
    edits: {
      "README.md": [
        "## Conventions\n",
        "Errors are described in [docs/errors.md](docs/errors.md).\n\n## Conventions\n",
      ],
    },
  },
];
