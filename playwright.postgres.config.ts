import { defineConfig } from "@playwright/test";
import {
  atPort,
  browserSuite,
  firstPort,
  productionServer,
} from "./tests/support/browser-suite.ts";
import { authSecret } from "./tests/support/server-settings.ts";

/** What of the browser tests is run once more on a PostgreSQL: what people store, and what goes on without them. */
const shortForm = [
  "approvals",
  "archive",
  "connect",
  "four-tasks",
  "reload",
  "search",
  "share",
  "shelf",
  "sign-in",
];

/** One instance: the embedded services, which guests use, keep files. Several have tests of their own. */
export default defineConfig({
  ...browserSuite("browser-postgres"),
  projects: [
    {
      name: "postgres",
      use: atPort(firstPort),
      testMatch: shortForm.map((name) => `**/${name}.spec.ts`),
    },
  ],
  webServer: productionServer(
    "postgres",
    firstPort,
    { AUTH_SECRET: authSecret },
    "tests/support/start-on-postgres.ts",
  ),
});
