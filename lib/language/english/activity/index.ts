import { approval, edit } from "./approval";
import { sent } from "./arguments";
import { outcomes, rows } from "./rows";
import { warnings } from "./warnings";

/** What the agent does, the questions it asks before a change, and what came of both. */
export const activity = { rows, outcomes, sent, approval, edit, warnings };
