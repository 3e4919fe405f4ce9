const generatedName =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|composer\.lock|gemfile\.lock|cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|go\.sum|mix\.lock|podfile\.lock|package\.resolved|flake\.lock|gradle\.lockfile|packages\.lock\.json)$|\.min\.(?:js|css|mjs)$|\.(?:map|snap|pb\.go|g\.dart|designer\.cs)$|[._-]generated\.\w+$/i;
const generatedFolder = /(?:^|\/)(?:node_modules|vendor|dist|__snapshots__|generated)\//i;

/** Whether a file is written by a program and read by nobody, as its name says: what changes in it says little. */
export function isGenerated(path: string): boolean {
  return generatedName.test(path.split("/").at(-1) ?? "") || generatedFolder.test(path);
}
