import type { Discovery } from "../planner/script";

/** What the conversation was about before this request. */
export type Remembered = {
  repository?: { workspace: string; slug: string };
  issue?: number;
  pullRequest?: number;
};

/** What the scripts of one request share. */
export type ScriptContext = {
  discovery: Discovery;
  remembered: Remembered;
  /** What the person wants, to follow "I could not": "list the branches". */
  wish: string;
};
