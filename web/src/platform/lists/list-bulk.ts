import type { RecordChoice } from "@tongzhou/contract/assignment";
import type { BulkAct } from "../../ui/list/BulkBar.tsx";
import type { FactKind } from "../record/editable-fact.tsx";

/** Rows that something is to be done with: those that were chosen one by one or all the list shows. */
export interface BulkAsked {
  choice: RecordChoice;
  /** How many they are; may say "about". */
  amount: string;
  /** Forgets the choice when it is done. */
  clear: () => void;
}

/** Acts on many rows that every list has; left out for whoever may do none of them. */
export interface ListBulk {
  acts: (asked: BulkAsked) => readonly BulkAct[];
}

/** A fact that can be given to many records at once, by its name in the contract's edit. */
export interface BulkField<V = unknown> {
  id: string;
  label: string;
  kind: FactKind<V>;
  /** Whether it may be emptied; left out: it may. */
  needed?: boolean;
  notUnderstood?: string;
}

/** Keeps the type of a field's value together with how it is typed. */
export const bulkField = <V>(field: BulkField<V>): BulkField => field as unknown as BulkField;
