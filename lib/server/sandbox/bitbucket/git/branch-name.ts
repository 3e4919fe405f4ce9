/**
 * Says what is wrong with a branch's name, by git's own rules (check-ref-format) and Bitbucket's wish for a
 * short name; undefined when nothing is.
 */
export function branchNameProblem(name: string): string | undefined {
  if (name.startsWith("refs/")) return 'leave out the prefix "refs/heads/"';
  if (name === "HEAD" || name === "@") return "this name is reserved by git";
  if (name.length > 255) return "it has more than 255 characters";
  if (name.startsWith("-")) return "it may not begin with a dash";
  if (name.includes("..") || name.includes("@{")) return 'it may contain neither ".." nor "@{"';
  if (/[\p{Cc} ~^:?*[\\]/u.test(name)) return "it may not contain spaces or any of ~ ^ : ? * [ \\";
  for (const part of name.split("/")) {
    if (part === "") return "it may have no empty part between slashes";
    if (part.startsWith(".") || part.endsWith(".")) return "no part may begin or end with a dot";
    if (part.endsWith(".lock")) return 'no part may end with ".lock"';
  }
  return undefined;
}
