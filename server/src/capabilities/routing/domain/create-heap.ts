/** A queue whose smallest comes out first. */
export interface Heap<Item> {
  push(item: Item): void;
  /** Takes the smallest out; undefined when empty. */
  pop(): Item | undefined;
}

/** A binary heap; both operations cost the logarithm of its size. */
export function createHeap<Item>(isSmaller: (a: Item, b: Item) => boolean): Heap<Item> {
  const items: Item[] = [];

  function push(item: Item): void {
    let at = items.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = items[up];
      if (parent === undefined || !isSmaller(item, parent)) break;
      items[at] = parent;
      at = up;
    }
    items[at] = item;
  }

  function pop(): Item | undefined {
    const smallest = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) sink(last);
    return smallest;
  }

  function sink(item: Item): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [items[left], items[left + 1]];
      if (a === undefined) break;
      const [down, child] = b !== undefined && isSmaller(b, a) ? [left + 1, b] : [left, a];
      if (!isSmaller(child, item)) break;
      items[at] = child;
      at = down;
    }
    items[at] = item;
  }

  return { push, pop };
}
