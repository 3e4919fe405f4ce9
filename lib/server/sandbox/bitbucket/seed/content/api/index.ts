import type { SeedRepository } from "../../content-types";
import { foundation } from "./foundation";
import { growth } from "./growth";
import { issues } from "./issues";
import { openBranches } from "./open-branches";
import { pullRequests } from "./pull-requests";

export const api: SeedRepository = {
  workspace: "acme",
  slug: "api",
  name: "api",
  description: "The public HTTP API: orders, customers, webhooks.",
  language: "typescript",
  projectKey: "PLAT",
  isPrivate: true,
  issueTracker: "on",
  permissions: [
    { who: "mateo", permission: "write" },
    { who: "hana", permission: "write" },
    { who: "sam", permission: "write" },
    { who: "noor", permission: "write" },
    { who: "elias", permission: "write" },
    { who: "bot", permission: "write" },
  ],
  mainBranch: "main",
  span: [76, 0.1],
  history: [...foundation, ...growth, ...openBranches],
  pullRequests,
  issues,
  components: ["Orders", "Customers", "Webhooks", "Operations"],
  milestones: ["1.2", "1.3"],
  versions: ["1.0", "1.1", "1.2"],
};
