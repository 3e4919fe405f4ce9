import "server-only";

/** Which tools may be used, by names in which `*` stands for any characters: those of `allowed`, if there is such a list, without those of `denied`. */
export type ToolLists = { allowed: readonly string[] | undefined; denied: readonly string[] };

const isName = (pattern: string) => !pattern.includes("*");

// Not as a regular expression: one of many `*` would try for ages with a name that a model makes up.
function matches(tool: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return tool === pattern;
  const last = rest.pop() ?? "";
  if (!tool.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = tool.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return tool.length - last.length >= from && tool.endsWith(last);
}

/**
 * Whether the lists forbid a tool, however it is written. The router's own tools are not on them: each action that they carry
 * is looked at by itself.
 */
export function isForbidden(tool: string, { allowed, denied }: ToolLists): boolean {
  const name = tool.toUpperCase();
  if (name.startsWith("COMPOSIO_")) return false;
  const isIn = (patterns: readonly string[]) => patterns.some((pattern) => matches(name, pattern));
  return isIn(denied) || (allowed !== undefined && !isIn(allowed));
}

type SessionTools = Record<string, { enable: string[] } | { disable: string[] }>;

/**
 * What a session of the router is told of the lists, by toolkit. It takes names alone, and one list a toolkit: the rest holds
 * here, where every call is looked at.
 */
export function sessionTools(lists: ToolLists, toolkits: readonly string[]): SessionTools {
  const { allowed, denied } = lists;
  const told: SessionTools = {};
  for (const toolkit of toolkits) {
    const own = (name: string) => isName(name) && name.startsWith(`${toolkit.toUpperCase()}_`);
    const disable = denied.filter(own);
    if (allowed?.every(isName))
      told[toolkit] = { enable: allowed.filter((name) => own(name) && !isForbidden(name, lists)) };
    else if (disable.length > 0) told[toolkit] = { disable };
  }
  return told;
}
