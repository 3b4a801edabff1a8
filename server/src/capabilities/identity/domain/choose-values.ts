import { MergeField } from "@tongzhou/contract/identity";
import type { MergeSide } from "@tongzhou/contract/identity";

export type { MergeField };

/** The facts of a contact that a merge chooses between. */
export const MERGE_FIELDS = MergeField.options;

/** What one side says, and when that was written. */
export interface SideValue {
  readonly value: string | null;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

/** Why a side's value goes on: nothing to choose, only one says something, one says more, or one is newer. */
export type ChoiceReason = "same" | "only" | "fuller" | "newer" | "survivor";

export interface ChosenValue {
  readonly side: MergeSide;
  readonly because: ChoiceReason;
}

/** Owners do not move by merging (R-ID-9), so the survivor's stands whoever was written last. */
const STANDS: ReadonlySet<MergeField> = new Set(["ownerId"]);

/** Codes are not longer or shorter texts of each other: 440300 does not say more of 4403. */
const TEXTS: ReadonlySet<MergeField> = new Set(["name", "title", "note"]);

/**
 * Which side's value goes on where nobody chose by hand: the only one there is; of texts the one that contains the other; the
 * one written later; else that of the survivor.
 */
export function chooseValue(field: MergeField, survivor: SideValue, merged: SideValue): ChosenValue {
  if (survivor.value === merged.value) return { side: "survivor", because: "same" };
  if (merged.value === null) return { side: "survivor", because: "only" };
  if (survivor.value === null) return { side: "merged", because: "only" };
  if (STANDS.has(field)) return { side: "survivor", because: "survivor" };
  if (TEXTS.has(field)) {
    if (survivor.value.includes(merged.value)) return { side: "survivor", because: "fuller" };
    if (merged.value.includes(survivor.value)) return { side: "merged", because: "fuller" };
  }
  if (merged.writtenAt > survivor.writtenAt) return { side: "merged", because: "newer" };
  return { side: "survivor", because: survivor.writtenAt > merged.writtenAt ? "newer" : "survivor" };
}

/** What the survivor had, and what it took from the other side. */
export interface TakenValue {
  readonly before: string | null;
  readonly after: string | null;
}

/** The values that a merge took from the merged side, by field. */
export type TakenValues = Readonly<Partial<Record<MergeField, TakenValue>>>;

/** The values a survivor takes: those of `takes`, as far as they differ. */
export function takeValues(
  survivor: Readonly<Record<MergeField, string | null>>,
  merged: Readonly<Record<MergeField, string | null>>,
  takes: ReadonlySet<MergeField>,
): TakenValues {
  return Object.fromEntries(
    MERGE_FIELDS.filter((field) => takes.has(field) && survivor[field] !== merged[field]).map((field) => [
      field,
      { before: survivor[field], after: merged[field] },
    ]),
  );
}

/** A merge into the same survivor. */
export interface PastMerge {
  readonly taken: TakenValues;
  /** Whether it was taken back by now. */
  readonly ended: boolean;
}

/**
 * The values a survivor gets back when a merge ends: each that the merge had taken from the other side and nobody has touched
 * (R-ID-8). What stood there before may itself have come by an earlier merge that ended since; then what stood before that.
 * @param earlier the merges into the same survivor before this one, newest first.
 * @param leaving what the side that leaves says now: a survivor follows what it took when a merge further down ends.
 */
export function giveBackValues(
  present: Readonly<Record<MergeField, string | null>>,
  taken: TakenValues,
  earlier: readonly PastMerge[],
  leaving: Readonly<Record<MergeField, string | null>>,
): Partial<Record<MergeField, string | null>> {
  const back: Partial<Record<MergeField, string | null>> = {};
  for (const field of MERGE_FIELDS) {
    const took = taken[field];
    if (took === undefined || (present[field] !== took.after && present[field] !== leaving[field])) continue;
    back[field] = standing(field, took.before, earlier);
  }
  return back;
}

function standing(field: MergeField, before: string | null, earlier: readonly PastMerge[]): string | null {
  let value = before;
  for (const { taken, ended } of earlier) {
    const took = taken[field];
    if (took !== undefined && ended && took.after === value) value = took.before;
  }
  return value;
}
