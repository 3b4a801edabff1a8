/** Which records are taken together (union by size, paths halved). */
export class DisjointSets {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at);
    this.#sizes = new Int32Array(size).fill(1);
  }

  /** The record that stands for the set of this one. */
  find(record: number): number {
    let at = record;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const above = this.#parents[parent] ?? parent;
      this.#parents[at] = above;
      at = above;
    }
  }

  /** Joins two sets and answers which of their two stands for both. */
  join(a: number, b: number): number {
    const [first, second] = [this.find(a), this.find(b)];
    if (first === second) return first;
    const [large, small] = (this.#sizes[first] ?? 0) >= (this.#sizes[second] ?? 0) ? [first, second] : [second, first];
    this.#parents[small] = large;
    this.#sizes[large] = (this.#sizes[large] ?? 0) + (this.#sizes[small] ?? 0);
    return large;
  }

  /** For each record the one that stands for its set. */
  toArray(): Int32Array {
    return Int32Array.from(this.#parents.keys(), (record) => this.find(record));
  }
}
