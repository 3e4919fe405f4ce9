import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

type TreeNode = { type: string; value?: string; children?: TreeNode[] };

function reveal(node: TreeNode): void {
  if (node.type === "text" && node.value !== undefined)
    node.value = revealHiddenCharacters(node.value);
  for (const child of node.children ?? []) reveal(child);
}

/** A rehype plugin that writes out what a text has in it and does not show. */
export function revealHiddenText() {
  return reveal;
}
