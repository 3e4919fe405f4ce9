import { defineConfig } from "@playwright/test";
import {
  atPort,
  browserSuite,
  firstPort,
  productionServer,
} from "./tests/support/browser-suite.ts";

export default defineConfig({
  ...browserSuite("browser"),
  projects: [
    {
      name: "search",
      use: atPort(firstPort),
      testIgnore: "**/*.direct.spec.ts",
    },
    {
      name: "direct",
      use: atPort(firstPort + 1),
      testMatch: ["**/four-tasks.spec.ts", "**/*.direct.spec.ts"],
    },
    {
      name: "security",
      testDir: "tests/security",
      testMatch: "**/*.spec.ts",
      use: atPort(firstPort),
    },
  ],
  webServer: [
    productionServer("search", firstPort),
    productionServer("direct", firstPort + 1, { TOOL_ROUTER_MODE: "direct" }),
  ],
});
