import { z } from "zod";

/** The stages of a lead (R-LEAD-1), in the order of the table. Open is every stage but the last two. */
export const LEAD_STAGES = [
  "raw",
  "nurturing",
  "qualifying",
  "mql",
  "assigned",
  "sql",
  "converted",
  "disqualified",
] as const;
export const LeadStage = z.enum(LEAD_STAGES);
export type LeadStage = z.infer<typeof LeadStage>;

/** Where a lead without an owner waits. Only `public` (公海) is split by team. */
export const POOLS = ["sdr", "nurture", "triage", "public", "invalid"] as const;
export const Pool = z.enum(POOLS);
export type Pool = z.infer<typeof Pool>;

/** A lead has exactly one holder: an owner, or a pool. `teamId` is set for `public` alone. */
export const Holder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("owner"), ownerId: z.uuid() }),
  z.object({ kind: z.literal("pool"), pool: Pool, teamId: z.uuid().nullable() }),
]);
export type Holder = z.infer<typeof Holder>;

/**
 * The groups of the nurture pool: `warm` (时机未到), `cold` (没有意向), `hold` (不跟进: no journey, task or recycle rule takes it).
 * A lead nobody has answered yet is in none.
 */
export const NURTURE_GROUPS = ["warm", "cold", "hold"] as const;
export const NurtureGroup = z.enum(NURTURE_GROUPS);
export type NurtureGroup = z.infer<typeof NurtureGroup>;

/** The steps of the funnel a lead passes, first to last; `won` is reached by its opportunity. */
export const FUNNEL_STEPS = ["lead", "mql", "sql", "opportunity", "won"] as const;
export const FunnelStep = z.enum(FUNNEL_STEPS);
export type FunnelStep = z.infer<typeof FunnelStep>;

/** The rows of the lead table of R-LEAD-1, by their numbers. */
export const LEAD_TABLE_ROWS = [
  "1",
  "1a",
  "1b",
  "2",
  "2a",
  "2b",
  "2c",
  "3",
  "4",
  "5",
  "6",
  "6a",
  "7",
  "8",
  "8a",
  "8b",
  "8c",
  "9",
  "9a",
  "10",
  "11",
  "12",
  "13",
  "13a",
  "14",
  "15",
  "16",
  "16a",
  "17",
  "18",
] as const;
export const LeadTableRow = z.enum(LEAD_TABLE_ROWS);
export type LeadTableRow = z.infer<typeof LeadTableRow>;

/** The reasons the shipped standard offers for rejecting or giving back a lead; a company may add its own. */
export const SHIPPED_REJECT_REASONS = ["not_ready", "wrong_match", "no_interest", "invalid", "duplicate"] as const;

/** Reasons of the house, which no standard may redefine. `merged`: another lead of the same person goes on (row 14). */
export const MERGED_REASON = "merged";

/**
 * What a reason does when a rep gives it (rows 8–8c and 12): `triage` → people decide; `nurture_warm` and `nurture_cold` →
 * nurture pool; `disqualify` → invalid pool; `review` → triage, and a review of two records opens.
 */
export const REJECT_EFFECTS = ["triage", "nurture_warm", "nurture_cold", "disqualify", "review"] as const;
export const RejectEffect = z.enum(REJECT_EFFECTS);
export type RejectEffect = z.infer<typeof RejectEffect>;

/** A reject with one of these gives the rep's turn in the rotation back (R-ROUTE-2): wrong match, invalid, duplicate. */
export const TURN_BACK_EFFECTS: readonly RejectEffect[] = ["triage", "disqualify", "review"];

/** Why a move of a lead is refused. Stable: pages say each in the user's language. */
export const LEAD_REFUSALS = [
  "wrong_stage",
  "not_the_holder",
  "already_theirs",
  "already_taken",
  "not_taken",
  "sdr_passed_it_on",
  "had_it_in_this_cycle",
  "breach_already_recorded",
  "no_breach_yet",
  "reason_missing",
  "reason_reserved",
  "other_record_missing",
  "account_not_confirmed",
  "park_date_not_ahead",
  "parked_until_later",
  "not_parked",
  "team_missing",
  "not_in_public_pool",
  "does_not_wake",
  "open_lead_exists",
  "keeps_its_grade",
  "not_merged",
  "successor_missing",
  "holder_not_allowed",
] as const;
export const LeadRefusal = z.enum(LEAD_REFUSALS);
export type LeadRefusal = z.infer<typeof LeadRefusal>;

/** Whether a text names a pool. */
export const isPool = (text: string | null): text is Pool => POOLS.some((pool) => pool === text);
