import type { Holder, LeadStage, NurtureGroup } from "@tongzhou/contract/lead-stages";

/**
 * What the lead table (R-LEAD-1) looks at: the lead row, and what the ledger says about the present cycle, which is derived
 * and not stored. Instants are milliseconds since 1970.
 */
export interface LeadState {
  readonly stage: LeadStage;
  readonly holder: Holder;
  /** Counts the episodes of the lead, from 1. */
  readonly cycle: number;
  /** Assignments of this cycle that ended in a bounce: by `wrong_match` or by the clock (R-LEAD-4). */
  readonly bounces: number;
  /** Set only while `nurturing`. */
  readonly group: NurtureGroup | null;
  /** When a parked lead comes back; set only while `nurturing`. */
  readonly parkedUntil: number | null;
  /** The reason by which it was last rejected, given back or disqualified; null once it goes on. */
  readonly reason: string | null;
  /** The lead that goes on instead; set only when `reason` is `merged`. */
  readonly mergedIntoId: string | null;
  /** An SDR passed it on in this cycle (a ledger row of row 4), so routing does not hand it to the SDRs again (row 6a). */
  readonly passedOnBySdr: boolean;
  /**
   * Everybody who had it in this cycle: the owners of its ledger rows to `assigned` and `sql`. The clock never asks one of
   * them again (row 9a).
   */
  readonly hadBy: readonly string[];
  /** The clock of the present assignment ran out and that is recorded (row 9). */
  readonly breached: boolean;
}

/** Open = any stage but `converted` and `disqualified`. */
export const isOpen = (stage: LeadStage): boolean => stage !== "converted" && stage !== "disqualified";

export const ownedBy = (ownerId: string): Holder => ({ kind: "owner", ownerId });

/** A holder for one of the pools that are not split by team. */
export const inPool = (pool: "sdr" | "nurture" | "triage" | "invalid"): Holder => ({
  kind: "pool",
  pool,
  teamId: null,
});

export const inPublicPool = (teamId: string): Holder => ({ kind: "pool", pool: "public", teamId });

export const ownerOf = (holder: Holder): string | null => (holder.kind === "owner" ? holder.ownerId : null);

export const sameHolder = (a: Holder, b: Holder): boolean =>
  a.kind === "owner"
    ? b.kind === "owner" && a.ownerId === b.ownerId
    : b.kind === "pool" && a.pool === b.pool && a.teamId === b.teamId;
