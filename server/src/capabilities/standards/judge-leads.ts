import type { CellDestination, GradeCell } from "@tongzhou/contract/lead-standard";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Context } from "../../platform/ledger/context.ts";
import { newbornSource } from "../leads/index.ts";
import type { NewbornLeads } from "../leads/index.ts";
import { versionFor } from "./domain/version-for.ts";
import { compileStandard } from "./queries/compile-standard.ts";
import { insertJudgements, judgementInsertion, lockJudged } from "./queries/judgement-rows.ts";
import type { JudgedBefore } from "./queries/judgement-rows.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { saveScores } from "./queries/score-leads.ts";
import type { LeadScoreRow } from "./queries/score-leads.ts";
import { findInForce, findStandard } from "./queries/standard-rows.ts";
import type { StoredStandard } from "./queries/standard-rows.ts";
import { knownTouches } from "./queries/touch-sources.ts";
import type { KnownTouch } from "./queries/touch-sources.ts";

/** Why leads are judged: captured, a new touch, the passing of time, a new standard, other facts or their undoing. */
export type JudgeCause = "capture" | "touch" | "decay" | "standard" | "facts";

/** What whoever asks for a judgement knows, and the database need not be asked. */
export interface KnownOfLeads {
  /** All touches of these leads, whose contacts began in this operation. */
  readonly touches?: readonly KnownTouch[] | undefined;
  /** These leads are not written yet; their judgements are written behind them. */
  readonly newborns?: NewbornLeads | undefined;
  /** The standard in force, when it was read already in this operation. */
  readonly inForce?: StoredStandard | undefined;
}

/** A lead as the standard judges it now. */
export interface JudgedLead {
  readonly leadId: string;
  readonly stage: LeadStage;
  readonly standardId: string;
  readonly version: number;
  readonly cell: GradeCell;
  readonly destination: CellDestination;
  /** Whole points. */
  readonly fit: number;
  /** Tenths of a point. */
  readonly engagement: number;
  /** Whether the cell or the version is new, so that a judgement was written. */
  readonly isNew: boolean;
}

/**
 * Judges leads by the lead standard, one statement for any number of them: scores, grade, cell and where the cell sends
 * them. Keeps the score as the current one, and a judgement where cell or version is new. Locks the leads in the order of
 * their ids, so that of two new touches the later judgement sees both. Moves nothing: that is the lead table's.
 * @returns the leads that exist, in the order asked; none while no standard is in force (R-STD-5).
 */
export async function judgeLeads(
  context: Context,
  leadIds: readonly string[],
  cause: JudgeCause,
  known: KnownOfLeads = {},
): Promise<JudgedLead[]> {
  const inForce = leadIds.length === 0 ? undefined : (known.inForce ?? (await findInForce(context)));
  if (!inForce) return [];
  const before = known.newborns ? newlyBorn(known.newborns, leadIds) : await lockJudged(context, leadIds);
  const judged = new Map<string, JudgedLead>();
  for (const [standardId, group] of groupByStandard(before, inForce.id)) {
    const standard = standardId === inForce.id ? inForce : await findStandard(context, standardId);
    if (!standard) throw new Error(`leads were judged by the standard ${standardId}, which does not exist`);
    for (const one of await judgeBy(context, standard, group, cause, known)) judged.set(one.leadId, one);
  }
  return [...new Set(leadIds)].flatMap((leadId) => judged.get(leadId) ?? []);
}

/** Nobody else sees them, so there is nothing to lock, and nobody has judged them. */
function newlyBorn(newborns: NewbornLeads, leadIds: readonly string[]): JudgedBefore[] {
  return leadIds.flatMap((leadId) => {
    const newborn = newborns.find(leadId);
    return newborn === undefined ? [] : { leadId, stage: newborn.state.stage, standardId: null, cell: null };
  });
}

function groupByStandard(before: readonly JudgedBefore[], inForceId: string): Map<string, JudgedBefore[]> {
  const groups = new Map<string, JudgedBefore[]>();
  for (const lead of before) {
    const standardId = versionFor(lead.stage, lead.standardId, inForceId);
    const group = groups.get(standardId);
    if (group) group.push(lead);
    else groups.set(standardId, [lead]);
  }
  return groups;
}

async function judgeBy(
  context: Context,
  standard: StoredStandard,
  leads: readonly JudgedBefore[],
  cause: JudgeCause,
  { touches, newborns }: KnownOfLeads,
): Promise<JudgedLead[]> {
  const { content } = standard;
  const leadIds = leads.map(({ leadId }) => leadId);
  const about = await readRuleContext(
    context,
    [...content.fitRules, ...content.engagementRules].map(({ condition }) => condition),
  );
  const scores = await saveScores(context, standard.id, {
    standard: content,
    compiled: compileStandard(content, about),
    leadIds,
    at: context.now,
    ...(touches ? { touches: knownTouches(touches) } : {}),
    ...(newborns ? { leads: newbornSource(newborns, leadIds) } : {}),
  });
  const earlier = new Map(leads.map((lead) => [lead.leadId, lead]));
  const judged = scores.map((score) => judgedLead(score, standard, earlier.get(score.leadId)));
  const judgements = judged.filter(({ isNew }) => isNew).map((lead) => ({ ...lead, cause }));
  const rows = judgementInsertion(context, judgements);
  if (newborns) newborns.followedBy(rows);
  else await insertJudgements(context, rows);
  return judged;
}

function judgedLead(score: LeadScoreRow, standard: StoredStandard, before: JudgedBefore | undefined): JudgedLead {
  const { leadId, cell, destination, fit, engagement } = score;
  if (destination === null) throw new Error(`version ${standard.version} does not say where ${cell} goes`);
  return {
    leadId,
    stage: before?.stage ?? "raw",
    standardId: standard.id,
    version: standard.version,
    cell,
    destination,
    fit,
    engagement,
    isNew: before?.standardId !== standard.id || before.cell !== cell,
  };
}
