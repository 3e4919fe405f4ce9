import { api } from "./content/api";
import { billing } from "./content/billing";
import { infrastructure } from "./content/infrastructure";
import { legacyPortal } from "./content/legacy-portal";
import { mobile } from "./content/mobile";
import { playground } from "./content/playground";
import { snippets } from "./content/snippets";
import { web } from "./content/web";
import { workspaces } from "./content/workspaces";

/** What every new world starts with. */
export const seedContent = {
  workspaces,
  repositories: [api, web, billing, mobile, infrastructure, legacyPortal, playground],
  snippets,
};
