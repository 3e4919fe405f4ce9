import type { Discovery } from "../planner/script";

/** What the conversation was about before this request. */
export type Remembered = {
  repository?: { workspace: string; slug: string };
  issue?: number;
  pullRequest?: number;
  /** Every app tool that was called, oldest first. */
  calls: readonly { slug: string; arguments: Record<string, unknown> }[];
};

/** What the scripts of one request share. */
export type ScriptContext = {
  discovery: Discovery;
  remembered: Remembered;
  /** What the person wants, to follow "I could not": "list the branches". */
  wish: string;
  /** Whether what is read must have been read after the last change. */
  afresh?: true;
};
