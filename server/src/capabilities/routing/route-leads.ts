import type { Sentence } from "@tongzhou/contract/sentence";
import type { Context } from "../../platform/ledger/context.ts";
import { moveLeads } from "../leads/index.ts";
import type { NewbornLeads } from "../leads/index.ts";
import { shareOut } from "./domain/share-out.ts";
import type { ShareDecision, ShareProblem } from "./domain/share-problem.ts";
import { poseProblem } from "./pose-problem.ts";
import type { PosedLeads } from "./pose-problem.ts";
import { lockWaitingLeads } from "./queries/arriving-leads.ts";
import { waitForRouting } from "./queries/routing-people.ts";
import { findRules } from "./queries/rule-rows.ts";

/** Where a lead went, and why. */
export interface RoutedLead {
  readonly leadId: string;
  readonly to: ShareDecision["to"];
  /** The rule that decided; null when the owner was asked first or no rule could. */
  readonly ruleId: string | null;
  readonly because: readonly Sentence[];
}

/** Of leads that arrive in this operation. */
export interface Arriving {
  /** Those that are not written yet. */
  readonly newborns?: NewbornLeads;
  /** The row of the import that a lead came by, which orders leads of one moment. */
  readonly importRows?: ReadonlyMap<string, number>;
}

/**
 * Routes leads that wait to be routed (rows 6 and 6a), a thousand exactly as a thousand one by one (R-ROUTE-2). Leads that
 * do not wait are left alone. From when it reads the turns until the end of the transaction it runs alone, over all processes,
 * so that no two leads use one turn; the assignments carry instants in the order of the turns. `moveLeads` tells each rep once in an act, with the count.
 */
export async function routeLeads(
  context: Context,
  leadIds: readonly string[],
  { newborns, importRows }: Arriving = {},
): Promise<RoutedLead[]> {
  const born = leadIds.filter((leadId) => newborns && waits(newborns, leadId));
  const waiting = await lockWaitingLeads(
    context,
    leadIds.filter((leadId) => newborns?.has(leadId) !== true),
  );
  if (waiting.length + born.length === 0) return [];
  const posed: PosedLeads = {
    leadIds: waiting,
    which: "waiting",
    beforeTurns: () => waitForRouting(context),
    ...(newborns ? { born: { newborns, leadIds: born } } : {}),
    ...(importRows ? { importRows } : {}),
  };
  const problem = await poseProblem(context, await findRules(context), posed);
  const decisions = shareOut(problem);
  const moves = await moveLeads(context, movesOf(decisions, problem), newborns);
  const refused = moves.find(({ outcome }) => outcome === "refused");
  if (refused) throw new Error(`the lead ${refused.leadId} was to be routed and was refused, though it is locked`);
  return decisions.map(({ leadId, to, ruleId, because }) => ({ leadId, to, ruleId, because }));
}

/** Whether it became qualified and has not been given to anybody, as the database asks it of stored leads. */
function waits(newborns: NewbornLeads, leadId: string): boolean {
  const state = newborns.find(leadId)?.state;
  return state?.stage === "mql" && state.holder.kind === "pool" && state.holder.pool === "triage";
}

function movesOf(decisions: readonly ShareDecision[], problem: ShareProblem): Parameters<typeof moveLeads>[1] {
  const occurredAt = instantOfTurns(problem);
  const teamOf = new Map(problem.rules.map(({ id, target }) => [id, target.kind === "team" ? target.teamId : null]));
  return decisions.map(({ leadId, to, ruleId, because }) => ({
    leadId,
    event: { kind: "routed", to },
    occurredAt,
    assignment: {
      ruleId,
      teamId: ruleId === null ? null : (teamOf.get(ruleId) ?? null),
      explanation: because.at(-1) ?? null,
    },
  }));
}

/**
 * Turns are ordered by the instant of their assignments, then by their ids. An operation that began earlier may come to its
 * turn later, and clocks of two servers differ, so an assignment is never dated before the newest turn it was decided after.
 */
function instantOfTurns({ at, members }: ShareProblem): Date {
  const newest = members.reduce((latest, { lastTurn }) => Math.max(latest, lastTurn?.at ?? 0), 0);
  return new Date(Math.max(at, newest + 1));
}
