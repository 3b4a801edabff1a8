/**
 * Remembers what was looked up for some seconds, so that a page's twenty requests ask the database once. Not found is not
 * remembered: a key made this moment must work.
 */
export class ShortMemory<Found extends object> {
  readonly #lookUp: (key: string) => Promise<Found | undefined>;
  readonly #lifetime: number;
  readonly #capacity: number;
  readonly #known = new Map<string, { readonly found: Promise<Found | undefined>; readonly until: number }>();

  /**
   * @param lifetime milliseconds.
   * @param capacity entries at most; the oldest goes first.
   */
  constructor(lookUp: (key: string) => Promise<Found | undefined>, lifetime: number, capacity = 10_000) {
    this.#lookUp = lookUp;
    this.#lifetime = lifetime;
    this.#capacity = capacity;
  }

  async find(key: string): Promise<Found | undefined> {
    const known = this.#known.get(key);
    if (known && performance.now() < known.until) return known.found;
    const found = this.#lookUp(key);
    const mine = { found, until: performance.now() + this.#lifetime };
    this.#known.delete(key);
    this.#known.set(key, mine);
    this.#shrink();
    const forget = (): void => {
      if (this.#known.get(key) === mine) this.#known.delete(key);
    };
    found.then((value) => value ?? forget(), forget);
    return found;
  }

  forgetAll(): void {
    this.#known.clear();
  }

  #shrink(): void {
    for (const key of this.#known.keys()) {
      if (this.#known.size <= this.#capacity) return;
      this.#known.delete(key);
    }
  }
}
