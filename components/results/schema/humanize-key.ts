/** `close_source_branch` and `closeSourceBranch` become `Close source branch`; what is no name stays as it is. */
export function humanizeKey(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  if (words === "") return key;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
