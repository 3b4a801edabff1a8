export interface TreeNode {
  id: string;
  parentId: string | null;
}

export interface TreeRow<Node extends TreeNode> {
  node: Node;
  /** 0 at the top. */
  depth: number;
}

/**
 * The nodes of a tree as rows, each below its parent, sisters in the order given. A node whose parent is not among them
 * stands at the top, so that none is lost.
 */
export function treeRows<Node extends TreeNode>(nodes: readonly Node[]): TreeRow<Node>[] {
  const known = new Set(nodes.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): TreeRow<Node>[] =>
    nodes
      .filter((node) => (node.parentId !== null && known.has(node.parentId) ? node.parentId : null) === parentId)
      .flatMap((node) => [{ node, depth }, ...below(node.id, depth + 1)]);
  return below(null, 0);
}
