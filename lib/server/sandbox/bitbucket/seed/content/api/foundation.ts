import type { SeedStep } from "../../content-types";

/** From the first commit to version 1.1. */
export const foundation: readonly SeedStep[] = [
  {
    type: "commit",
    by: "jane",
    message: "Start the service",
    files: {
      "README.md": `# Acme API

The public HTTP API of Acme: orders, customers and webhooks.

## Run it

    npm install
    npm start

The service listens on port 8080.
`,
      "package.json": `{
  "name": "@acme/api",
  "version": "1.0.0",
  "type": "module",
  "scripts": {
    "start": "node src/server.ts",
    "test": "node --test"
  },
  "dependencies": {
    "hono": "4.6.0",
    "zod": "4.0.0"
  }
}
`,
      ".gitignore": "node_modules\n.env\ncoverage\n",
      "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8080) });
`,
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Add a health endpoint",
    files: {
      "src/routes/health.ts": `import { Hono } from "hono";

export const health = new Hono().get("/", (context) => context.json({ status: "ok" }));
`,
    },
    edits: {
      "src/server.ts": [
        "const app = new Hono();\n",
        'const app = new Hono();\n\napp.route("/health", health);\n',
      ],
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Add the orders table and its store",
    files: {
      "migrations/0001_orders.sql": `create table orders (
  id uuid primary key,
  customer_id uuid not null,
  total_cents bigint not null,
  currency char(3) not null,
  placed_at timestamptz not null default now()
);

create index orders_customer on orders (customer_id, placed_at desc);
`,
      "src/orders/order-store.ts": `import type { Database } from "../database.ts";

export type Order = {
  id: string;
  customerId: string;
  totalCents: number;
  currency: string;
  placedAt: Date;
};

export function orderStore(database: Database) {
  return {
    find: (id: string) => database.one<Order>("select * from orders where id = $1", [id]),
    latest: (limit: number) =>
      database.many<Order>("select * from orders order by placed_at desc limit $1", [limit]),
  };
}
`,
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "List and fetch orders",
    files: {
      "src/routes/orders.ts": `import { Hono } from "hono";
import { orderStore } from "../orders/order-store.ts";
import { database } from "../database.ts";

const store = orderStore(database);

export const orders = new Hono()
  .get("/", async (context) => context.json(await store.latest(50)))
  .get("/:id", async (context) => context.json(await store.find(context.req.param("id"))));
`,
      "src/database.ts": `import { Pool } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export type Database = typeof database;

export const database = {
  async many<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return (await pool.query(sql, values)).rows;
  },
  async one<Row>(sql: string, values: unknown[]): Promise<Row | undefined> {
    return (await this.many<Row>(sql, values))[0];
  },
};
`,
    },
  },
  {
    type: "commit",
    by: "mateo",
    message: "Validate what comes in as an order",
    files: {
      "src/orders/order-schema.ts": `import { z } from "zod";

export const newOrderSchema = z.object({
  customerId: z.uuid(),
  currency: z.string().length(3),
  lines: z.array(z.object({ sku: z.string(), quantity: z.int().min(1), cents: z.int() })).min(1),
});
`,
    },
  },
  {
    type: "commit",
    by: "jane",
    message: "Describe the local set-up",
    edits: {
      "README.md": [
        "The service listens on port 8080.\n",
        `The service listens on port 8080. It needs PostgreSQL 16:

    docker compose up -d database
    npm run migrate

## Conventions

- Amounts are integers, in cents.
- Times are UTC.
- Every change comes in through a pull request with one approval.
`,
      ],
    },
  },
  { type: "tag", name: "v1.0.0" },
  {
    type: "commit",
    by: "mateo",
    on: "feature/customers",
    message: "Add the customer store",
    files: {
      "migrations/0002_customers.sql":
        "create table customers (\n  id uuid primary key,\n  email text not null unique,\n  name text not null\n);\n",
      "src/customers/customer-store.ts": `import type { Database } from "../database.ts";

export type Customer = { id: string; email: string; name: string };

export function customerStore(database: Database) {
  return {
    find: (id: string) => database.one<Customer>("select * from customers where id = $1", [id]),
    byEmail: (email: string) =>
      database.one<Customer>("select * from customers where email = $1", [email]),
  };
}
`,
    },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/customers",
    message: "Add customer routes",
    files: {
      "src/routes/customers.ts": `import { Hono } from "hono";
import { customerStore } from "../customers/customer-store.ts";
import { database } from "../database.ts";

const store = customerStore(database);

export const customers = new Hono().get("/:id", async (context) => {
  const customer = await store.find(context.req.param("id"));
  return customer ? context.json(customer) : context.notFound();
});
`,
    },
  },
  {
    type: "commit",
    by: "priya",
    message: "Answer 404 for an unknown order",
    edits: {
      "src/routes/orders.ts": [
        '  .get("/:id", async (context) => context.json(await store.find(context.req.param("id"))));\n',
        `  .get("/:id", async (context) => {
    const order = await store.find(context.req.param("id"));
    return order ? context.json(order) : context.notFound();
  });
`,
      ],
    },
  },
  { type: "merge", by: "jane", source: "feature/customers", pullRequest: 1 },
  {
    type: "commit",
    by: "hana",
    on: "feature/webhooks",
    message: "Sign webhook payloads",
    files: {
      "src/webhooks/signature.ts": `import { createHmac, timingSafeEqual } from "node:crypto";

export function sign(secret: string, timestamp: number, body: string): string {
  return createHmac("sha256", secret).update(\`\${timestamp}.\${body}\`).digest("hex");
}

export function verify(secret: string, timestamp: number, body: string, signature: string) {
  const expected = Buffer.from(sign(secret, timestamp, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
`,
    },
  },
  {
    type: "commit",
    by: "hana",
    on: "feature/webhooks",
    message: "Retry failed deliveries with a growing pause",
    files: {
      "src/webhooks/deliver.ts": `const pauses = [1, 5, 30, 120, 600];

export async function deliver(url: string, body: string, headers: Record<string, string>) {
  for (const seconds of [0, ...pauses]) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    const response = await fetch(url, { method: "POST", body, headers });
    if (response.ok) return;
  }
  throw new Error(\`\${url} refused the delivery \${pauses.length + 1} times\`);
}
`,
    },
  },
  {
    type: "commit",
    by: "elias",
    message: "Pin the Node version",
    files: { ".nvmrc": "22\n" },
  },
  { type: "merge", by: "priya", source: "feature/webhooks", pullRequest: 2 },
  { type: "tag", name: "v1.1.0" },
];
