import { createFacets } from "./create-facets.ts";
import type { Facet } from "./facet.ts";
import type { MatchModel } from "./shipped-model.ts";
import { HOUSEMATES, ownBits, rarity } from "./pair-scorer.ts";
import { probabilityOf } from "./probability.ts";
import { RecordTableBuilder, type FieldKind, type PlainRecord } from "./record-table.ts";

/** One thing that speaks for or against two records being one. */
export interface EvidenceLine {
  /** A field; `together`: one record brought identifiers of both; `shared`: what people who live or work together share. */
  readonly of: FieldKind | "together" | "shared";
  /** From 1, the same, to `levels`, different. */
  readonly level: number;
  readonly levels: number;
  readonly bits: number;
  /** Of a given name: how many records go by the whole name that both have. */
  readonly holders: number | null;
}

export interface WeighedPair {
  readonly lines: readonly EvidenceLine[];
  /** The sum of the lines. */
  readonly bits: number;
  readonly prior: number;
  readonly probability: number;
}

/**
 * That somebody left identifiers of both in one record says a thousand to one that they are one: families and offices fill in
 * each other's numbers, strangers do not. Judged, as the other shipped weights are.
 */
export const TOGETHER_BITS = 10;

/** What is known of a pair beside its records. */
export interface PairSurroundings {
  readonly model: MatchModel;
  /** Whether one record brought identifiers of both (R-ID-10). */
  readonly areTogether: boolean;
  /** How many records go by the name that both have; null where their names differ. */
  readonly namesakes: number | null;
  /** The letters for Chinese characters. */
  readAloud(text: string): string;
}

/**
 * Weighs two records against each other (Fellegi–Sunter), with the reasons: a whole name that many go by says less than a rare
 * one.
 */
export function weighPair(first: PlainRecord, second: PlainRecord, surroundings: PairSurroundings): WeighedPair {
  const { model, areTogether, namesakes, readAloud } = surroundings;
  const builder = new RecordTableBuilder();
  builder.add(first);
  builder.add(second);
  const lines = createFacets(builder.finish(), readAloud).flatMap((facet) => lineOf(facet, model) ?? []);
  countNamesakes(lines, model, namesakes);
  if (areTogether) lines.push({ of: "together", level: 1, levels: 1, bits: TOGETHER_BITS, holders: null });
  const all = sumOf(lines);
  const own = lines.reduce((sum, { of, bits }) => sum + (of === "together" ? bits : ownBits(of as FieldKind, bits)), 0);
  const housemates = HOUSEMATES / Math.max(1, model.records);
  const bits = -Math.log2(2 ** -all + housemates * 2 ** -own);
  if (all - bits >= SMALLEST_SHOWN) lines.push({ of: "shared", level: 1, levels: 1, bits: bits - all, holders: null });
  return { lines, bits, prior: model.prior, probability: probabilityOf(bits + model.prior) };
}

/** Less is not seen once it is rounded. */
const SMALLEST_SHOWN = 0.05;

function lineOf(facet: Facet, { shares }: MatchModel): EvidenceLine | undefined {
  const level = facet.level(0, 1);
  if (level === 0) return undefined;
  const { matching, different } = shares[facet.kind];
  const bits = Math.log2((matching[level - 1] ?? 1) / (different[level - 1] ?? 1));
  return { of: facet.kind, level, levels: facet.levels, bits, holders: null };
}

/** A whole name in common is rarer or commoner than the average given name and surname are together. */
function countNamesakes(lines: EvidenceLine[], { shares, records }: MatchModel, namesakes: number | null): void {
  const at = lines.findIndex(({ of }) => of === "given");
  const given = lines[at];
  if (namesakes === null || given?.level !== 1) return;
  const average = (shares.given.different[0] ?? 1) * (shares.surname.different[0] ?? 1);
  lines[at] = { ...given, bits: given.bits + rarity(namesakes, records, average), holders: namesakes };
}

function sumOf(lines: readonly EvidenceLine[]): number {
  return lines.reduce((sum, { bits }) => sum + bits, 0);
}
