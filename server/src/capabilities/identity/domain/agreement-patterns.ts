import type { Facet } from "./facet.ts";

/** How often each combination of levels was seen: what expectation–maximisation needs of a million pairs is a few thousand of these. */
export interface AgreementPatterns {
  readonly facets: readonly Facet[];
  /** For pattern p the level of facet f is `levels[p * facets.length + f]`. */
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
}

/** Collects the patterns of pairs as they are met. */
export class PatternCollector {
  readonly #facets: readonly Facet[];
  readonly #counts = new Map<number, number>();

  constructor(facets: readonly Facet[]) {
    this.#facets = facets;
  }

  take(a: number, b: number): void {
    let code = 0;
    for (const facet of this.#facets) code = code * (facet.levels + 1) + facet.level(a, b);
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  finish(): AgreementPatterns {
    const width = this.#facets.length;
    const levels = new Uint8Array(this.#counts.size * width);
    const counts = Float64Array.from(this.#counts.values());
    let row = 0;
    for (const code of this.#counts.keys()) {
      let rest = code;
      for (let at = width - 1; at >= 0; at--) {
        const radix = (this.#facets[at]?.levels ?? 0) + 1;
        levels[row * width + at] = rest % radix;
        rest = Math.floor(rest / radix);
      }
      row++;
    }
    return { facets: this.#facets, levels, counts };
  }
}
