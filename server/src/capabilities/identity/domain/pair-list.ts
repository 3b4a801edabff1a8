/** Pairs of records with a number each, in 12 bytes a pair. */
export class PairList {
  #first = new Int32Array(1024);
  #second = new Int32Array(1024);
  #numbers = new Float32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(first: number, second: number, number: number): void {
    if (this.#length === this.#first.length) this.#grow();
    this.#first[this.#length] = first;
    this.#second[this.#length] = second;
    this.#numbers[this.#length++] = number;
  }

  first(at: number): number {
    return this.#first[at] ?? 0;
  }

  second(at: number): number {
    return this.#second[at] ?? 0;
  }

  number(at: number): number {
    return this.#numbers[at] ?? 0;
  }

  /** The numbers of all pairs, as they stand. */
  numbers(): Float32Array {
    return this.#numbers.subarray(0, this.#length);
  }

  #grow(): void {
    const length = this.#length * 2;
    const [first, second, numbers] = [new Int32Array(length), new Int32Array(length), new Float32Array(length)];
    first.set(this.#first);
    second.set(this.#second);
    numbers.set(this.#numbers);
    [this.#first, this.#second, this.#numbers] = [first, second, numbers];
  }
}
