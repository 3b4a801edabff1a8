import type { ChoiceReason, MergeSide } from "@tongzhou/contract/identity";

/** What one side says, and when that was written. */
export interface SideValue {
  readonly value: string | null;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

export interface ChosenValue {
  readonly side: MergeSide;
  /** Why a side's value goes on: nothing to choose, only one says something, one says more, or one is newer. */
  readonly because: ChoiceReason | "same";
}

/** How the values of a fact are compared. */
export interface ChoiceRule {
  /** Owners do not move by merging (R-ID-9), so the survivor's stands whoever was written last. */
  readonly stands: boolean;
  /** A longer text says more than a part of it. Codes are not texts: 440300 does not say more of 4403. */
  readonly isText: boolean;
}

/**
 * Which side's value goes on where nobody chose by hand: the only one there is; of texts the one that contains the other; the
 * one written later; else that of the survivor.
 */
export function chooseValue({ stands, isText }: ChoiceRule, survivor: SideValue, merged: SideValue): ChosenValue {
  if (survivor.value === merged.value) return { side: "survivor", because: "same" };
  if (merged.value === null) return { side: "survivor", because: "only" };
  if (survivor.value === null) return { side: "merged", because: "only" };
  if (stands) return { side: "survivor", because: "survivor" };
  if (isText) {
    if (survivor.value.includes(merged.value)) return { side: "survivor", because: "fuller" };
    if (merged.value.includes(survivor.value)) return { side: "merged", because: "fuller" };
  }
  if (merged.writtenAt > survivor.writtenAt) return { side: "merged", because: "newer" };
  return { side: "survivor", because: survivor.writtenAt > merged.writtenAt ? "newer" : "survivor" };
}

/** The facts of a record that a merge chooses between. */
export type Facts<Field extends string> = Readonly<Record<Field, string | null>>;

/** What the survivor had, and what it took from the other side. */
export interface TakenValue {
  readonly before: string | null;
  readonly after: string | null;
}

/** The values that a merge took from the merged side, by field. */
export type TakenValues<Field extends string> = Readonly<Partial<Record<Field, TakenValue>>>;

/** The values a survivor takes, as far as they differ. */
export function takeValues<Field extends string>(
  survivor: Facts<Field>,
  merged: Facts<Field>,
  takes: readonly Field[],
): TakenValues<Field> {
  const taken: Partial<Record<Field, TakenValue>> = {};
  for (const field of takes) {
    if (survivor[field] !== merged[field]) taken[field] = { before: survivor[field], after: merged[field] };
  }
  return taken;
}

/** A merge into the same survivor. */
export interface PastMerge<Field extends string> {
  readonly taken: TakenValues<Field>;
  /** Whether it was taken back by now. */
  readonly ended: boolean;
}

/**
 * The values a survivor gets back when a merge ends: each that the merge had taken from the other side and nobody has touched
 * (R-ID-8). What stood there before may itself have come by an earlier merge that ended since; then what stood before that.
 * @param earlier the merges into the same survivor before this one, newest first.
 * @param leaving what the side that leaves says now: a survivor follows what it took when a merge further down ends.
 */
export function giveBackValues<Field extends string>(
  present: Facts<Field>,
  taken: TakenValues<Field>,
  earlier: readonly PastMerge<Field>[],
  leaving: Facts<Field>,
): Partial<Record<Field, string | null>> {
  const back: Partial<Record<Field, string | null>> = {};
  for (const field of Object.keys(taken) as Field[]) {
    const took = taken[field];
    if (took === undefined || (present[field] !== took.after && present[field] !== leaving[field])) continue;
    back[field] = standing(field, took.before, earlier);
  }
  return back;
}

function standing<Field extends string>(
  field: Field,
  before: string | null,
  earlier: readonly PastMerge<Field>[],
): string | null {
  let value = before;
  for (const { taken, ended } of earlier) {
    const took = taken[field];
    if (took !== undefined && ended && took.after === value) value = took.before;
  }
  return value;
}
