import { LEAD_STAGES } from "@tongzhou/contract/lead-stages";
import type { Holder, LeadStage, Pool } from "@tongzhou/contract/lead-stages";

/** Who may hold a lead in a stage: an owner, one of these pools, or either. */
export interface AllowedHolders {
  readonly owner: boolean;
  readonly pools: readonly Pool[];
}

/** The upper table of R-LEAD-1. */
const ALLOWED: Record<LeadStage, AllowedHolders> = {
  raw: { owner: false, pools: ["sdr", "public"] },
  nurturing: { owner: false, pools: ["nurture"] },
  qualifying: { owner: true, pools: ["sdr"] },
  mql: { owner: false, pools: ["triage", "public"] },
  assigned: { owner: true, pools: [] },
  sql: { owner: true, pools: [] },
  converted: { owner: true, pools: [] },
  disqualified: { owner: false, pools: ["invalid"] },
};

/**
 * The facts behind the check constraint of the lead table: for each stage whether an owner may hold it and which pools
 * may. A database test compares the constraint with them, row by row.
 */
export function stageHolders(): readonly (AllowedHolders & { readonly stage: LeadStage })[] {
  return LEAD_STAGES.map((stage) => ({ stage, ...ALLOWED[stage] }));
}

/** Whether this holder may hold a lead in this stage; the public pool must name its team and no other pool may. */
export function mayHold(stage: LeadStage, holder: Holder): boolean {
  const allowed = ALLOWED[stage];
  if (holder.kind === "owner") return allowed.owner;
  return allowed.pools.includes(holder.pool) && (holder.pool === "public") === (holder.teamId !== null);
}
