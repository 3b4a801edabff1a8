import { z } from "zod";
import { RuleGroup } from "./conditions.ts";
import { RejectEffect } from "./lead-stages.ts";
import { TouchKind } from "./touch-kinds.ts";

/** Fit from who they are, A the best; engagement from what they did, 1 the hottest (R-SCORE-1). */
export const FIT_GRADES = ["A", "B", "C", "D"] as const;
export const FitGrade = z.enum(FIT_GRADES);
export type FitGrade = z.infer<typeof FitGrade>;

export const ENGAGEMENT_GRADES = [1, 2, 3, 4] as const;
export const EngagementGrade = z.literal(ENGAGEMENT_GRADES);
export type EngagementGrade = z.infer<typeof EngagementGrade>;

/** The cells of the matrix, A1 to D4, row by row. */
export const GRADE_CELLS = FIT_GRADES.flatMap((fit) =>
  ENGAGEMENT_GRADES.map((engagement) => `${fit}${engagement}` as const),
);
export const GradeCell = z.enum(GRADE_CELLS);
export type GradeCell = z.infer<typeof GradeCell>;

/** Where a cell sends a lead: to a rep, to the SDR first, to nurture, or nowhere (不跟进). */
export const CELL_DESTINATIONS = ["mql", "qualify", "nurture", "hold"] as const;
export const CellDestination = z.enum(CELL_DESTINATIONS);
export type CellDestination = z.infer<typeof CellDestination>;

const Id = z.string().min(1).max(64);
const Name = z.string().max(120);

/** One line of the ideal customer profile: points, possibly negative, for leads that meet the condition. */
export const FitRule = z.object({ id: Id, name: Name, condition: RuleGroup, points: z.int() });
export type FitRule = z.infer<typeof FitRule>;

/**
 * What a kind of touch is worth (R-SCORE-2). A touch counts `points` and halves after each `halfLifeDays`; null never
 * decays. All touches of the rule together count at most `cap` points either way; null has no limit. `touchKind` null is any.
 */
export const EngagementRule = z.object({
  id: Id,
  name: Name,
  touchKind: TouchKind.nullable(),
  condition: RuleGroup.nullable(),
  points: z.int(),
  halfLifeDays: z.int().nullable(),
  cap: z.int().nullable(),
});
export type EngagementRule = z.infer<typeof EngagementRule>;

/** The lowest points of each grade; whoever is below the last is D or 4. Whole points. */
export const FitBorders = z.object({ A: z.int(), B: z.int(), C: z.int() });
export type FitBorders = z.infer<typeof FitBorders>;
export const EngagementBorders = z.object({ 1: z.int(), 2: z.int(), 3: z.int() });
export type EngagementBorders = z.infer<typeof EngagementBorders>;

/** A draft may leave cells unpainted; a standard that is signed may not. */
export const GradeMatrix = z.partialRecord(GradeCell, CellDestination);
export type GradeMatrix = z.infer<typeof GradeMatrix>;

export const QuestionOption = z.object({ id: Id, name: Name, points: z.int() });
export type QuestionOption = z.infer<typeof QuestionOption>;

/** `letter` is what the SDR's page shows (N, B, A, T). An answer is one of the options; the best is worth `weight`. */
export const QualificationQuestion = z.object({
  id: Id,
  letter: z.string().max(2),
  name: Name,
  weight: z.int(),
  mustHave: z.boolean(),
  options: z.array(QuestionOption),
});
export type QualificationQuestion = z.infer<typeof QualificationQuestion>;

/** The questions of a product line and everything below it; null is the set of all others. */
export const QuestionSet = z.object({
  productLineId: z.uuid().nullable(),
  passAt: z.int(),
  questions: z.array(QualificationQuestion),
});
export type QuestionSet = z.infer<typeof QuestionSet>;

/** Working minutes of the owner: until the first answer, and until the lead goes to the next (row 9a). */
export const ResponseTime = z.object({ answerMinutes: z.int(), reassignMinutes: z.int() });
export type ResponseTime = z.infer<typeof ResponseTime>;

/** The times of a product line and everything below it, where they differ from those of null, which names every cell. */
export const ResponseTimes = z.object({
  productLineId: z.uuid().nullable(),
  cells: z.partialRecord(GradeCell, ResponseTime),
});
export type ResponseTimes = z.infer<typeof ResponseTimes>;

/** A reason to reject, give back or disqualify: what it does, and whether a new touch wakes a lead disqualified by it. */
export const RejectReason = z.object({ code: Id, name: Name, effect: RejectEffect, wakes: z.boolean() });
export type RejectReason = z.infer<typeof RejectReason>;

const ReturnTo = z.enum(["public", "nurture"]);

/** When leads come back and who may take them (R-LEAD-5). Null switches a rule or limit off. Days are calendar days. */
export const RecycleLimits = z.object({
  /** Accepted leads without effective contact. */
  sqlIdleDays: z.int().nullable(),
  sqlIdleTo: ReturnTo,
  /** Leads an SDR took. */
  qualifyingIdleDays: z.int().nullable(),
  /** Where the lead of a lost opportunity goes (row 15). */
  lostTo: ReturnTo,
  remindDaysBefore: z.array(z.int()),
  /** After switching on, rules only remind for so long. */
  remindOnlyDays: z.int(),
  claimsPerDay: z.int().nullable(),
  /** Who lost a lead may not claim it again so soon. */
  reclaimAfterDays: z.int().nullable(),
  /** Leads one rep may hold; won ones do not count. */
  maxInHand: z.int().nullable(),
});
export type RecycleLimits = z.infer<typeof RecycleLimits>;

const MAX_RULES = 200;

/** The content of one version of the lead standard (R-STD-1); who signed it and when is beside it. */
export const LeadStandard = z.object({
  fitRules: z.array(FitRule).max(MAX_RULES),
  fitBorders: FitBorders,
  engagementRules: z.array(EngagementRule).max(MAX_RULES),
  engagementBorders: EngagementBorders,
  matrix: GradeMatrix,
  questionSets: z.array(QuestionSet).max(MAX_RULES),
  responseTimes: z.array(ResponseTimes).max(MAX_RULES),
  rejectReasons: z.array(RejectReason).max(MAX_RULES),
  recycle: RecycleLimits,
});
export type LeadStandard = z.infer<typeof LeadStandard>;
