import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { CellDestination, EngagementGrade, FitGrade, GradeCell } from "./lead-standard.ts";
import { Sentence } from "./sentence.ts";
import { TouchKind } from "./touch-kinds.ts";

/** A fit rule the lead meets. Whole points. */
export const FitLine = z.object({ ruleId: z.string(), name: z.string(), points: z.int() });

/** What one touch counts now, and what it will: "+20，14 天后 +10". Tenths of a point. */
export const ScoredTouch = z.object({
  touchId: z.uuid(),
  at: z.iso.datetime(),
  kind: TouchKind,
  title: z.string().nullable(),
  tenths: z.int(),
  nextAt: z.iso.datetime().nullable(),
  nextTenths: z.int(),
});

/** One engagement rule's line: `gross - decayed - capCut = tenths`, exactly. Tenths of a point. */
export const EngagementScoreLine = z.object({
  ruleId: z.string(),
  name: z.string(),
  halfLifeDays: z.int().nullable(),
  touches: z.int(),
  gross: z.int(),
  decayed: z.int(),
  capCut: z.int(),
  tenths: z.int(),
  latestAt: z.iso.datetime(),
  /** The newest touches behind the line. */
  behind: z.array(ScoredTouch),
});

/** Why a lead has its grade: the lines add up to the scores, the scores to the cell. */
export const LeadScore = z.object({
  leadId: z.uuid(),
  standardId: z.uuid(),
  version: z.int(),
  cell: GradeCell,
  destination: CellDestination,
  fit: z.object({ grade: FitGrade, points: z.int(), border: z.int().nullable(), lines: z.array(FitLine) }),
  engagement: z.object({
    grade: EngagementGrade,
    tenths: z.int(),
    border: z.int().nullable(),
    lines: z.array(EngagementScoreLine),
  }),
  because: z.array(Sentence),
  /** The judgement that is kept of it; null while the lead has not been judged. */
  judgedAt: z.iso.datetime().nullable(),
  nextChangeAt: z.iso.datetime().nullable(),
});
export type LeadScore = z.infer<typeof LeadScore>;

export const leadScore = {
  read: endpoint({
    id: "standards.readLeadScore",
    method: "GET",
    path: "/leads/:leadId/score",
    summary: "Why a lead has its grade, line by line, with the touches behind each line.",
    params: z.object({ leadId: z.uuid() }),
    response: LeadScore,
    errors: ["no_standard_in_force"],
  }),
};
