import type { Words } from "../../words";
import { approval, edit } from "./approval";
import { sent } from "./arguments";
import { outcomes, rows } from "./rows";
import { warnings } from "./warnings";

export const activity: Words["activity"] = { rows, outcomes, sent, approval, edit, warnings };
