import { z } from "zod";
import { RowValues } from "./fields.ts";
import { GradeCell } from "./lead-standard.ts";
import { LeadStage, LeadTableRow, NurtureGroup, Pool } from "./lead-stages.ts";
import { Sentence } from "./sentence.ts";
import { TouchKind } from "./touch-kinds.ts";

const Named = z.object({ id: z.uuid(), name: z.string() });

/** The current grade. `engagement` in tenths of a point (R-SCORE-2). */
export const Grade = z.object({ cell: GradeCell, fit: z.int(), engagement: z.int() });
export type Grade = z.infer<typeof Grade>;

/** Who has a lead, by name; `teamName` is set for a public pool. */
export const LeadHolder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("owner"), personId: z.uuid(), name: z.string() }),
  z.object({ kind: z.literal("pool"), pool: Pool, teamId: z.uuid().nullable(), teamName: z.string().nullable() }),
]);
export type LeadHolder = z.infer<typeof LeadHolder>;

export const AssignmentOutcome = z.enum(["accepted", "rejected", "timed_out", "reassigned", "withdrawn"]);

/** The first-response clock of an assignment. `dueAt` is null while nobody has computed it. */
export const LeadClock = z.object({
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  breachedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  outcome: AssignmentOutcome.nullable(),
});
export type LeadClock = z.infer<typeof LeadClock>;

export const LatestTouch = z.object({
  at: z.iso.datetime(),
  kind: TouchKind,
  title: z.string().nullable(),
  channel: z.string().nullable(),
});

/** The person of a lead: their best identifier is masked as the viewer's rights say, and absent when hidden. */
export const LeadContact = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  title: z.string().nullable().optional(),
  reachedBy: z
    .object({ id: z.uuid(), kind: z.string(), value: z.string(), visibility: z.enum(["masked", "read", "edit"]) })
    .nullable(),
});

export const LeadRow = z.object({
  id: z.uuid(),
  /** What it has in fields the company added. */
  custom: RowValues,
  contact: LeadContact,
  account: Named.nullable(),
  grade: Grade.nullable(),
  stage: LeadStage,
  nurtureGroup: NurtureGroup.nullable(),
  parkedUntil: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  cycle: z.int(),
  productLine: Named.nullable(),
  campaign: Named.nullable(),
  source: z.string().nullable(),
  holder: LeadHolder,
  /** The latest assignment of the present cycle; null when nobody was asked. */
  clock: LeadClock.nullable(),
  latestTouch: LatestTouch.nullable(),
  capturedAt: z.iso.datetime(),
  selfSourced: z.boolean(),
  history: z.boolean(),
  mayEdit: z.boolean(),
});
export type LeadRow = z.infer<typeof LeadRow>;

/** A lead on the page of today: with why it came to this rep and what the customer did last, the newest first. */
export const TodayLead = LeadRow.extend({
  explanation: Sentence.nullable(),
  touches: z.array(LatestTouch),
});
export type TodayLead = z.infer<typeof TodayLead>;

/** One move of a lead's life, the oldest first. `because` is the sentence of its row of the lead table. */
export const LifelineEntry = z.object({
  id: z.uuid(),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  cycle: z.int(),
  row: z.union([LeadTableRow, z.string()]),
  from: LeadStage.nullable(),
  to: LeadStage,
  holderFrom: LeadHolder.nullable(),
  holderTo: LeadHolder.nullable(),
  actorKind: z.enum(["person", "rule", "system"]),
  actorName: z.string().nullable(),
  reason: z.string().nullable(),
  because: Sentence.nullable(),
  explanation: Sentence.nullable(),
  note: z.string().nullable(),
});
export type LifelineEntry = z.infer<typeof LifelineEntry>;
