import type { SeedStep } from "../../content-types";

/** The newest weeks, oldest first: mostly work that has not come back to the main branch. */
export const openBranches: readonly SeedStep[] = [
  {
    type: "commit",
    by: "sam",
    on: "feature/idempotency",
    message: "Accept an Idempotency-Key header",
    files: {
      "src/idempotency.ts": `const answers = new Map<string, { hash: string; response: Response }>();

export function remembered(key: string, hash: string): Response | "conflict" | undefined {
  const known = answers.get(key);
  if (!known) return undefined;
  return known.hash === hash ? known.response.clone() : "conflict";
}

export function remember(key: string, hash: string, response: Response) {
  answers.set(key, { hash, response: response.clone() });
}
`,
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "feature/idempotency",
    message: "Forget keys after a day",
    edits: {
      "src/idempotency.ts": [
        "  answers.set(key, { hash, response: response.clone() });",
        "  answers.set(key, { hash, response: response.clone() });\n  setTimeout(() => answers.delete(key), 24 * 60 * 60 * 1_000).unref();",
      ],
    },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/bulk-export",
    message: "Stream exports as CSV",
    files: {
      "src/exports/csv.ts": `export function csvLine(values: readonly unknown[]): string {
  return \`\${values.map((value) => JSON.stringify(value ?? "")).join(",")}\\n\`;
}
`,
    },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/bulk-export-v2",
    message: "Write exports to object storage",
    files: {
      "src/exports/export-job.ts": `import { log } from "../log.ts";

export type ExportJob = { id: string; customerId: string; format: "csv" | "jsonl" };

export async function runExport(job: ExportJob, upload: (name: string) => WritableStream) {
  log("export.started", { job: job.id });
  const writer = upload(\`exports/\${job.customerId}/\${job.id}.\${job.format}\`).getWriter();
  await writer.close();
  log("export.finished", { job: job.id });
}
`,
    },
  },
  {
    type: "commit",
    by: "hana",
    on: "fix/webhook-replay",
    message: "Refuse webhooks older than five minutes",
    edits: {
      "src/webhooks/signature.ts": [
        "  const expected =",
        "  if (Math.abs(Date.now() / 1_000 - timestamp) > 300) return false;\n  const expected =",
      ],
    },
  },
  {
    type: "commit",
    by: "priya",
    on: "chore/dependencies",
    message: "Move to hono 4.9 and zod 4.3",
    edits: {
      "package.json": [
        '"hono": "4.6.0",\n    "zod": "4.0.0"',
        '"hono": "4.9.0",\n    "zod": "4.3.0"',
      ],
    },
  },
  {
    type: "commit",
    by: "noor",
    on: "docs/openapi",
    message: "Describe orders in OpenAPI",
    files: {
      "docs/openapi.yaml":
        "openapi: 3.1.0\ninfo:\n  title: Acme API\n  version: 1.2.0\npaths:\n  /orders/{id}:\n    get:\n      responses:\n        '200':\n          description: The order\n        '404':\n          description: No such order\n",
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "fix/health-timeout",
    message: "Give the health check a timeout",
    edits: {
      "src/routes/health.ts": [
        'context.json({ status: "ok" })',
        'context.json({ status: "ok", timeoutMilliseconds: 2_000 })',
      ],
    },
  },
  {
    type: "commit",
    by: "bot",
    on: "chore/ci-cache",
    message: "Cache npm in the pipeline",
    edits: {
      "bitbucket-pipelines.yml": [
        "          script:",
        "          caches: [node]\n          script:",
      ],
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Log slow queries",
    edits: {
      "src/database.ts": [
        "    return (await pool.query(sql, values)).rows;",
        `    const startedAt = performance.now();
    const { rows } = await pool.query(sql, values);
    const milliseconds = performance.now() - startedAt;
    if (milliseconds > 200) log("database.slow", { sql, milliseconds });
    return rows;`,
      ],
    },
  },
  {
    type: "commit",
    by: "hana",
    on: "fix/email-case",
    message: "Compare e-mail addresses without case",
    edits: {
      "src/customers/customer-store.ts": ["where email = $1", "where lower(email) = lower($1)"],
    },
  },
  {
    type: "commit",
    by: "priya",
    on: "feature/audit-log",
    message: "Write an audit row with every change",
    files: {
      "migrations/0003_audit.sql":
        "create table audit (\n  id bigserial primary key,\n  actor text not null,\n  action text not null,\n  subject text not null,\n  at timestamptz not null default now()\n);\n",
    },
  },
  {
    type: "commit",
    by: "noor",
    on: "test/order-store",
    message: "Test the order store against PostgreSQL",
    files: {
      "src/orders/order-store.test.ts":
        'import { test } from "node:test";\nimport assert from "node:assert/strict";\nimport { orderStore } from "./order-store.ts";\nimport { database } from "../database.ts";\n\ntest("an unknown order is undefined", async () => {\n  assert.equal(await orderStore(database).find(crypto.randomUUID()), undefined);\n});\n',
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "feature/soft-delete",
    message: "Keep deleted customers for thirty days",
    files: {
      "migrations/0004_soft_delete.sql":
        "alter table customers add column deleted_at timestamptz;\n",
    },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/currency",
    message: "Accept only currencies we can settle",
    edits: {
      "src/orders/order-schema.ts": [
        "  currency: z.string().length(3),",
        '  currency: z.enum(["EUR", "USD", "GBP", "SEK", "JPY"]),',
      ],
    },
  },
  {
    type: "commit",
    by: "mateo",
    message: "Give every request an id",
    files: {
      "src/request-id.ts": `import type { MiddlewareHandler } from "hono";

export const requestId: MiddlewareHandler = async (context, next) => {
  const id = context.req.header("x-request-id") ?? crypto.randomUUID();
  context.header("x-request-id", id);
  await next();
};
`,
    },
  },
  {
    type: "commit",
    by: "jane",
    on: "feature/rate-limit",
    message: "Count requests per key",
    files: {
      "src/rate-limit/counter.ts": `type Window = { startedAt: number; count: number };

const windows = new Map<string, Window>();

/** How many requests this key has made in the current minute, this one included. */
export function countRequest(key: string, now = Date.now()): number {
  const current = windows.get(key);
  if (!current || now - current.startedAt >= 60_000) {
    windows.set(key, { startedAt: now, count: 1 });
    return 1;
  }
  current.count += 1;
  return current.count;
}
`,
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "feature/order-search",
    message: "Search orders by customer and day",
    files: {
      "src/orders/order-search.ts": `import type { Database } from "../database.ts";
import type { Order } from "./order-store.ts";

export function searchOrders(database: Database, customerId: string, day: string) {
  return database.many<Order>(
    "select * from orders where customer_id = $1 and placed_at::date = $2 order by placed_at",
    [customerId, day],
  );
}
`,
    },
  },
  {
    type: "commit",
    by: "jane",
    on: "feature/rate-limit",
    message: "Answer 429 with Retry-After",
    files: {
      "src/rate-limit/limit.ts": `import type { MiddlewareHandler } from "hono";
import { countRequest } from "./counter.ts";

export function rateLimit(perMinute: number): MiddlewareHandler {
  return async (context, next) => {
    const key = context.req.header("authorization") ?? "anonymous";
    if (countRequest(key) > perMinute) {
      return context.json({ error: "Too many requests" }, 429, { "Retry-After": "60" });
    }
    await next();
  };
}
`,
    },
    edits: {
      "src/server.ts": [
        'app.route("/health", health);\n',
        'app.route("/health", health);\napp.use("/*", rateLimit(600));\n',
      ],
      "docs/errors.md": [
        "| 409 |",
        "| 429 | the key made more requests in a minute than it may; wait for `Retry-After` seconds |\n| 409 |",
      ],
    },
  },
];
