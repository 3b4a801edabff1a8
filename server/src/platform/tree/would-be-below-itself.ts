/** A node of any tree and the node above it. */
export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Whether a node would be below itself if it were put below `parentId`. */
export function wouldBeBelowItself(nodes: readonly TreeNode[], id: string, parentId: string | null): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
