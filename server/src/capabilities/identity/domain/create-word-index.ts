/** The words of many names: how much each tells, and how many have several of them together. */
export interface WordIndex {
  readonly words: readonly Int32Array[];
  readonly texts: readonly string[];
  readonly weights: Float64Array;
  /** How many different entities have all these words. */
  entitiesWith(words: readonly number[], entitiesOf: (name: number) => Iterable<number>): number;
}

/** No more names than these are looked through for a count: what so many have in common tells little more or less. */
const MOST_LOOKED_THROUGH = 500;

/** @param unnamed words that no name need have; they get a number and tell nothing. */
export function createWordIndex(names: readonly (readonly string[])[], unnamed: Iterable<string> = []): WordIndex {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, texts.length);
    return texts.push(word) - 1;
  };
  const words = names.map((list) => Int32Array.from(list, numberOf));
  for (const word of unnamed) numberOf(word);
  const having = texts.map((): number[] => []);
  words.forEach((list, name) => {
    for (const word of new Set(list)) having[word]?.push(name);
  });
  const weights = Float64Array.from(having, (list) =>
    list.length === 0 ? 0 : Math.log2((names.length + 1) / list.length),
  );
  const has = (name: number, word: number): boolean => words[name]?.includes(word) ?? false;
  return {
    words,
    texts,
    weights,
    entitiesWith(wanted, entitiesOf) {
      const [rarest, ...others] = wanted.toSorted((a, b) => (having[a]?.length ?? 0) - (having[b]?.length ?? 0));
      if (rarest === undefined) return names.length;
      const list = having[rarest] ?? [];
      const looked = list.slice(0, MOST_LOOKED_THROUGH);
      const entities = new Set<number>();
      for (const name of looked) {
        if (others.every((word) => has(name, word))) for (const entity of entitiesOf(name)) entities.add(entity);
      }
      return Math.max(1, (entities.size * list.length) / Math.max(1, looked.length));
    },
  };
}
