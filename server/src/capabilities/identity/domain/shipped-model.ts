import type { Thresholds } from "./choose-thresholds.ts";
import { estimatePrior } from "./estimate-prior.ts";
import type { FieldKind } from "./record-table.ts";
import { SHIPPED, type LevelShares } from "./weights.ts";

/** What agreement says among the contacts of a house. */
export interface MatchModel {
  /** Among how many records. */
  readonly records: number;
  /** How likely any two of them are one, in bits. */
  readonly prior: number;
  readonly shares: Readonly<Record<FieldKind, LevelShares>>;
}

/** The shipped weights among so many records, of which one in a hundred is taken for a double. */
export function shippedModel(records: number): MatchModel {
  const prior = estimatePrior(new Float32Array(), records, (records * (records - 1)) / 2);
  return { records, prior, shares: SHIPPED };
}

/** Where the outcomes part before a base has taught better: who is asked in vain two times of three is still asked with reason. */
export const SHIPPED_THRESHOLDS: Thresholds = { same: 0.95, different: 0.3 };
