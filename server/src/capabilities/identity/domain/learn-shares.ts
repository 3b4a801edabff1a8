import { PatternCollector, type AgreementPatterns } from "./agreement-patterns.ts";
import type { CandidateBlocks } from "./candidate-blocks.ts";
import { estimateDifferent, estimateMatching, learnFromRule } from "./estimate-weights.ts";
import type { Facet } from "./facet.ts";
import { probabilityOf } from "./probability.ts";
import type { RecordTable } from "./record-table.ts";
import { SHIPPED, SHIPPED_OF_ORGANISATIONS, type LevelShares } from "./weights.ts";

const RANDOM_PAIRS = 300_000;
const PAIRS_OF_A_RULE = 50_000;
/** With fewer facets beside those of the rule, matches and strangers cannot be told apart by agreement alone. */
const FEWEST_FACETS = 3;
const ROUNDS = 3;

/** What was seen of the records once; the shares are learnt from it as often as the prior is known better. */
export interface SeenPatterns {
  readonly facets: readonly Facet[];
  readonly ofRandom: AgreementPatterns;
  readonly ofRules: readonly { readonly patterns: AgreementPatterns; isUsed(facet: Facet): boolean }[];
  readonly areOrganisations: boolean;
}

/** Looks at pairs drawn at random and at pairs of each blocking rule. @param entityOf records that are one already. */
export function seePatterns(
  table: RecordTable,
  facets: readonly Facet[],
  blocks: CandidateBlocks,
  entityOf: Int32Array,
  random: () => number,
): SeenPatterns {
  const ofRandom = new PatternCollector(facets);
  const { size, lists } = table;
  eachOf(size, random, (a, b) => {
    const isOneList = lists !== undefined && lists[a] === lists[b];
    if (entityOf[a] !== entityOf[b] && !isOneList) ofRandom.take(a, b);
  });
  const ofRules = blocks.rules.flatMap(({ uses }, rule) => {
    const isUsed = ({ kind }: Facet): boolean => uses.includes(kind);
    if (facets.filter((facet) => !isUsed(facet)).length < FEWEST_FACETS) return [];
    const patterns = new PatternCollector(facets);
    blocks.samplePairs(rule, PAIRS_OF_A_RULE, random, (a, b) => patterns.take(a, b));
    return [{ patterns: patterns.finish(), isUsed }];
  });
  return { facets, ofRandom: ofRandom.finish(), ofRules, areOrganisations: holdsOrganisations(table) };
}

/** All pairs of few records, so that their order does not matter; of many so many at random. */
function eachOf(size: number, random: () => number, take: (a: number, b: number) => void): void {
  if ((size * (size - 1)) / 2 <= RANDOM_PAIRS) {
    for (let a = 1; a < size; a++) for (let b = 0; b < a; b++) take(a, b);
    return;
  }
  for (let drawn = 0; drawn < RANDOM_PAIRS; drawn++) {
    const [a, b] = [Math.floor(random() * size), Math.floor(random() * size)];
    if (a !== b) take(a, b);
  }
}

/** Learns the shares of levels among matching and among different records (Fellegi–Sunter's m and u), in turns. @param prior in bits. */
export function learnShares(
  { facets, ofRandom, ofRules, areOrganisations }: SeenPatterns,
  prior: number,
): LevelShares[] {
  const shipped = areOrganisations ? SHIPPED_OF_ORGANISATIONS : SHIPPED;
  const first = estimateDifferent(ofRandom, shipped, () => 0);
  let shares = facets.map(({ kind }, at) =>
    settle(shipped[kind], { matching: shipped[kind].matching, different: first[at] ?? [] }, areOrganisations),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const different = estimateDifferent(ofRandom, shipped, (pattern) =>
      probabilityOf(prior + bitsOfPattern(ofRandom, pattern, shares)),
    );
    const taught = ofRules.map(({ patterns, isUsed }) => learnFromRule(patterns, shipped, isUsed, shares));
    const matching = estimateMatching(facets, taught, different, shipped);
    shares = facets.map(({ kind }, at) =>
      settle(shipped[kind], { matching: matching[at] ?? [], different: different[at] ?? [] }, areOrganisations),
    );
  }
  return shares;
}

/** Are the records themselves organisations, and not people who may name one? */
export function holdsOrganisations({ columns }: RecordTable): boolean {
  return columns.organisation !== undefined && columns.given === undefined && columns.surname === undefined;
}

/**
 * Among organisations agreement in a name is nearly always a match, so the pairs drawn at random hold more of it than there
 * are strangers who agree: what is shipped is the most that is believed.
 */
function settle(shipped: LevelShares, { matching, different }: LevelShares, areOrganisations: boolean): LevelShares {
  if (!areOrganisations) return { matching, different };
  const last = different.length - 1;
  return {
    matching,
    different: different.map((share, level) =>
      level === last ? share : Math.min(share, shipped.different[level] ?? 1),
    ),
  };
}

function bitsOfPattern({ facets, levels }: AgreementPatterns, pattern: number, shares: readonly LevelShares[]): number {
  let bits = 0;
  for (let at = 0; at < facets.length; at++) {
    const level = levels[pattern * facets.length + at] ?? 0;
    const share = shares[at];
    if (level > 0 && share) bits += Math.log2((share.matching[level - 1] ?? 1) / (share.different[level - 1] ?? 1));
  }
  return bits;
}
