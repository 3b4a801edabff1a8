/** How well pairs were found. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs that were taken for one against those that are. */
export function ofPairs(pairs: readonly (readonly [number, number])[], truth: readonly string[]): Quality {
  const right = pairs.filter(([a, b]) => truth[a] === truth[b]).length;
  return qualityOf(right, pairs.length, pairsWithin(truth));
}

/** All pairs of the clusters against those that are. */
export function ofClusters(clusters: readonly string[], truth: readonly string[]): Quality {
  const both = clusters.map((cluster, row) => `${cluster} ${truth[row]}`);
  return qualityOf(pairsWithin(both), pairsWithin(clusters), pairsWithin(truth));
}

/** The share of rows from `from` on whose likeliest other is theirs. */
export function ofFirstChoice(likeliest: ReadonlyMap<number, number>, truth: readonly string[], from: number): number {
  const asked = truth.slice(from).map((own, at) => truth[likeliest.get(from + at) ?? -1] === own);
  return asked.filter(Boolean).length / asked.length;
}

/** Plain Jaro–Winkler at the threshold that the labels themselves say is its best: what the product is held against. */
export function jaroWinklerAtItsBest(names: readonly string[], truth: readonly string[]): Quality {
  const STEPS = 100;
  const found = new Float64Array(STEPS + 1);
  const right = new Float64Array(STEPS + 1);
  names.forEach((a, first) => {
    for (let second = 0; second < first; second++) {
      const step = Math.floor(jaroWinkler(a, names[second] ?? "") * STEPS);
      found[step] = (found[step] ?? 0) + 1;
      if (truth[first] === truth[second]) right[step] = (right[step] ?? 0) + 1;
    }
  });
  let best: Quality = { precision: 0, recall: 0, f1: 0 };
  let [sumFound, sumRight] = [0, 0];
  for (let step = STEPS; step >= 0; step--) {
    sumFound += found[step] ?? 0;
    sumRight += right[step] ?? 0;
    const quality = qualityOf(sumRight, sumFound, pairsWithin(truth));
    if (quality.f1 > best.f1) best = quality;
  }
  return best;
}

/** The share of names whose most similar registered name by shared pairs of characters (Dice) is theirs. */
export function bigramsFirstChoice(names: readonly string[], truth: readonly string[], from: number): number {
  const sets = names.map(
    (name) =>
      new Set(
        Array.from(name.replaceAll(/\s/g, ""), (_, at, all = name.replaceAll(/\s/g, "")) =>
          all.slice(at, at + 2),
        ).filter((pair) => pair.length === 2),
      ),
  );
  const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
    (2 * [...a].filter((pair) => b.has(pair)).length) / Math.max(1, a.size + b.size);
  const likeliest = new Map<number, number>();
  for (let row = from; row < names.length; row++) {
    let best = -1;
    for (let other = 0; other < from; other++) {
      const alike = dice(sets[row] ?? new Set(), sets[other] ?? new Set());
      if (alike <= best) continue;
      best = alike;
      likeliest.set(row, other);
    }
  }
  return ofFirstChoice(likeliest, truth, from);
}

/** Written apart from the product's own. */
function jaroWinkler(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const fromA: string[] = [];
  for (let at = 0; at < a.length; at++) {
    for (let other = Math.max(0, at - reach); other < Math.min(b.length, at + reach + 1); other++) {
      if (taken.has(other) || a[at] !== b[other]) continue;
      taken.add(other);
      fromA.push(a[at] ?? "");
      break;
    }
  }
  if (fromA.length === 0) return a === b ? 1 : 0;
  const fromB = [...taken].toSorted((first, second) => first - second).map((at) => b[at]);
  const moved = fromA.filter((letter, at) => letter !== fromB[at]).length / 2;
  const jaro = (fromA.length / a.length + fromA.length / b.length + (fromA.length - moved) / fromA.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function pairsWithin(groups: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function qualityOf(right: number, found: number, all: number): Quality {
  const precision = found === 0 ? 0 : right / found;
  const recall = all === 0 ? 0 : right / all;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
