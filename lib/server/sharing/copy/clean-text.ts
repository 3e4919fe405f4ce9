import "server-only";
import { withholdSecrets } from "../../withheld.ts";

// Every repetition is bounded where it could be tried from every place: texts of tools are as long as they like.
const gitPerson = /^([^<>\n]{0,200}?)\s*<[^<>\s@]{1,64}@[^<>\s]{1,255}>$/;
const markdownLink = /\[([^\]\n]{0,2000})\]\(\s*<?[a-z][a-z0-9+.-]{1,20}:[^)\n]{0,4000}\)/gi;
const address = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`)\]]+/gi;
const cloneAddress = /\bgit@[^\s<>"'`)\]]+/gi;
const ownAddress = /\/(?:connect|share|chat|continue)\/[\w-]{8,}[^\s<>"'`)\]]*/gi;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const machineId = /\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?/gi;

/** Names shorter than this are hidden only where they stand as a word. */
const longName = 4;

/** Finds any of the names, in whatever case; undefined when there are none. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.trim().length > 1)
    .sort((left, right) => right.length - left.length);
  if (longestFirst.length === 0) return undefined;
  const parts = longestFirst.map((name) => {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    return name.length < longName ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped;
  });
  return new RegExp(parts.join("|"), "giu");
}

/**
 * Makes what cleans the texts of one copy: no address, e-mail address, machine's id or secret of this installation is left in
 * them, and none of `names`. Of a Markdown link its words stay, of git's `Jane <jane@example.com>` the name.
 */
export function textCleaner(names: readonly string[]): (text: string) => string {
  const name = patternOf(names);
  return (text) => {
    const clean = withholdSecrets(text)
      .replace(gitPerson, "$1")
      .replace(markdownLink, "$1")
      .replace(address, "[link]")
      .replace(cloneAddress, "[link]")
      .replace(ownAddress, "[link]")
      .replace(email, "[e-mail]")
      .replace(machineId, "[id]");
    return name ? clean.replace(name, "[account]") : clean;
  };
}
