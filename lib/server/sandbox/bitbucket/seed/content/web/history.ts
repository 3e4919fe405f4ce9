import type { SeedStep } from "../../content-types";

export const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "hana",
    message: "Start the web shop",
    files: {
      "README.md": `# Acme Web

The shop people see. React, server-rendered, talking to [acme/api](https://bitbucket.org/acme/api).

## Run it

    npm install
    npm run dev

Open http://localhost:3000.
`,
      "package.json": `{
  "name": "@acme/web",
  "private": true,
  "packageManager": "npm@10.8.0",
  "scripts": { "dev": "vite", "build": "vite build", "test": "vitest run" }
}
`,
      "src/main.tsx": `import { createRoot } from "react-dom/client";
import { App } from "./app";

createRoot(document.getElementById("root") as HTMLElement).render(<App />);
`,
      "src/app.tsx": "export function App() {\n  return <main>Acme</main>;\n}\n",
    },
  },
  {
    type: "commit",
    by: "sam",
    message: "Show a product",
    files: {
      "src/products/product-card.tsx": `type Product = { name: string; cents: number; image: string };

export function ProductCard({ name, cents, image }: Product) {
  return (
    <article>
      <img src={image} alt="" />
      <h2>{name}</h2>
      <p>{(cents / 100).toFixed(2)} EUR</p>
    </article>
  );
}
`,
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "feature/cart",
    message: "Add a cart",
    files: {
      "src/cart/cart.ts": `export type CartLine = { sku: string; quantity: number; cents: number };

export function cartTotal(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.cents, 0);
}
`,
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "feature/cart",
    message: "Keep the cart in the browser",
    files: {
      "src/cart/storage.ts": `import type { CartLine } from "./cart";

const key = "acme-cart";

export const loadCart = (): CartLine[] => JSON.parse(localStorage.getItem(key) ?? "[]");
export const saveCart = (lines: CartLine[]) => localStorage.setItem(key, JSON.stringify(lines));
`,
    },
  },
  { type: "merge", by: "hana", source: "feature/cart", pullRequest: 1 },
  {
    type: "commit",
    by: "hana",
    message: "Format prices for the visitor's language",
    files: {
      "src/money.ts": `export function formatMoney(cents: number, currency: string, language = navigator.language) {
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(cents / 100);
}
`,
    },
    edits: {
      "src/products/product-card.tsx": [
        "      <p>{(cents / 100).toFixed(2)} EUR</p>",
        '      <p>{formatMoney(cents, "EUR")}</p>',
      ],
    },
  },
  {
    type: "commit",
    by: "hana",
    on: "fix/image-alt",
    message: "Describe product images",
    edits: { "src/products/product-card.tsx": ['alt=""', "alt={name}"] },
  },
  { type: "merge", by: "jane", source: "fix/image-alt", pullRequest: 2 },
  { type: "tag", name: "2026.10" },
  {
    type: "commit",
    by: "elias",
    on: "chore/pnpm",
    message: "Use pnpm",
    edits: { "package.json": ["npm@10.8.0", "pnpm@9.12.0"] },
  },
  {
    type: "commit",
    by: "hana",
    message: "Update npm",
    edits: { "package.json": ["npm@10.8.0", "npm@11.2.0"] },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/dark-mode",
    message: "Name the colours",
    files: {
      "src/colours.css": `:root {
  --surface: #ffffff;
  --text: #1d1f23;
  --accent: #0b66e4;
}
`,
    },
  },
  {
    type: "commit",
    by: "mateo",
    on: "feature/dark-mode",
    message: "Follow the system's colour scheme",
    edits: {
      "src/colours.css": [
        "  --accent: #0b66e4;\n}\n",
        "  --accent: #0b66e4;\n}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n    --surface: #16181d;\n    --text: #e7e9ee;\n    --accent: #6ea8ff;\n  }\n}\n",
      ],
    },
  },
  {
    type: "commit",
    by: "noor",
    message: "Test the cart's total",
    files: {
      "src/cart/cart.test.ts": `import { expect, test } from "vitest";
import { cartTotal } from "./cart";

test("an empty cart costs nothing", () => {
  expect(cartTotal([])).toBe(0);
});
`,
    },
  },
  {
    type: "commit",
    by: "sam",
    on: "feature/checkout",
    message: "Ask for an address",
    files: {
      "src/checkout/address-form.tsx": `export function AddressForm() {
  return (
    <form>
      <label>
        Street
        <input name="street" autoComplete="street-address" required />
      </label>
      <label>
        Town
        <input name="town" autoComplete="address-level2" required />
      </label>
      <button type="submit">Continue</button>
    </form>
  );
}
`,
    },
  },
  {
    type: "commit",
    by: "jane",
    on: "feature/search-box",
    message: "Add a search box",
    files: {
      "src/search/search-box.tsx":
        'export function SearchBox({ onSearch }: { onSearch: (words: string) => void }) {\n  return <input type="search" aria-label="Search" onChange={(event) => onSearch(event.target.value)} />;\n}\n',
    },
  },
];
