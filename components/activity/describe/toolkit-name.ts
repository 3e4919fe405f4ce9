const names: ReadonlyMap<string, string> = new Map([
  ["bitbucket", "Bitbucket"],
  ["composio", "Composio"],
  ["github", "GitHub"],
  ["gitlab", "GitLab"],
]);

/** A toolkit as people write it: `bitbucket` is Bitbucket, `google_drive` is Google drive. */
export function toolkitName(toolkit: string): string {
  const known = names.get(toolkit.toLowerCase());
  if (known) return known;
  const words = toolkit.replace(/[_-]+/g, " ").trim();
  return words === "" ? "App" : words.charAt(0).toUpperCase() + words.slice(1);
}
