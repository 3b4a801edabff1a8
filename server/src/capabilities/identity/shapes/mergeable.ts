import type { Viewing } from "../../../platform/access/acting.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { Homes, Sides } from "../../../platform/homes/homes.ts";
import type { Facts } from "../domain/choose-values.ts";

/** A record as a merge sees it. */
export interface MergingRecord<Field extends string> {
  readonly id: string;
  readonly mergedIntoId: string | null;
  /** What it is, where there are kinds that can never be one. */
  readonly kind?: string;
  readonly facts: Facts<Field>;
}

/** What merging must know of a kind of record; contacts and accounts are merged by the same steps. */
export interface Mergeable<Field extends string> {
  /** What follows it, and its tree. */
  readonly homes: Homes;
  /** The tables of its merges and of their ends. */
  readonly merges: MergeTables;
  /** The column of each fact that a merge chooses between. */
  readonly columns: Readonly<Record<Field, string>>;
  /** Facts that are the survivor's whoever was written last. */
  readonly stands: ReadonlySet<Field>;
  /** Facts of which a longer one says more. */
  readonly texts: ReadonlySet<Field>;
  /** Locks records, so that whoever captures something of one of them waits. */
  lock(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, MergingRecord<Field>>>;
  /** The same without locks. */
  read(context: Pick<ReadContext, "tx">, ids: readonly string[]): Promise<ReadonlyMap<string, MergingRecord<Field>>>;
  write(context: Context, id: string, facts: Partial<Facts<Field>>): Promise<void>;
  mayEdit(viewing: Pick<Viewing, "tx" | "viewer">, id: string): Promise<boolean>;
  mayTake(viewing: Pick<Viewing, "tx" | "viewer">, id: string, fields: readonly Field[]): Promise<boolean>;
  /** Refuses what can never be one. */
  refuse?(context: Context, sides: Sides): Promise<void>;
}

export interface MergeTables {
  readonly merge: "contact_merge" | "account_merge";
  readonly end: "contact_merge_end" | "account_merge_end";
  /** The identifiers, of which `record` says since when there is a record. */
  readonly identifiers: "published.identifier" | "published.account_identifier";
  readonly home: "home_contact_id" | "home_account_id";
}
