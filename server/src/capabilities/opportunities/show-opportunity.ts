import type { MissingForStage, Opportunity, OpportunityEvent, OpportunityRow } from "@tongzhou/contract/opportunities";
import type { Viewing } from "../../platform/access/acting.ts";
import { fieldLevel, presentFields } from "../../platform/access/field-access.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { checkGate } from "./domain/check-gate.ts";
import type { Missing } from "./domain/check-gate.ts";
import { moveOpportunity } from "./domain/move-opportunity.ts";
import { presentType } from "./edit-opportunity-type.ts";
import { gateFactsOf, typeOfOpportunity } from "./move-stage.ts";
import { OPPORTUNITY, mayWithOpportunity } from "./opportunities.access.ts";
import { findContacts } from "./queries/opportunity-contact-rows.ts";
import { findOpportunity } from "./queries/opportunity-list.ts";
import type { FoundOpportunity } from "./queries/opportunity-list.ts";
import { findEvents, readOpportunity } from "./queries/opportunity-rows.ts";
import type { LedgerRow, LockedOpportunity } from "./queries/opportunity-rows.ts";
import type { StoredType } from "./queries/opportunity-type-rows.ts";
import { refusedBy, stateOf } from "./take-opportunities.ts";

/** One opportunity as the page of the record shows it. @throws NotFound when it is not within the viewer's rights. */
export async function showOpportunity(context: Pick<Viewing, "tx" | "viewer">, id: string): Promise<Opportunity> {
  const { viewer } = context;
  const found = await findOpportunity(context, viewer, id);
  const facts = await readOpportunity(context, id);
  if (!found || !facts) throw new NotFound();
  const type = await typeOfOpportunity(context, facts);
  const contacts = await findContacts(context, id);
  const events = await findEvents(context, id);
  const mayEdit = mayWithOpportunity(viewer, "edit", found.ownerId);
  return {
    ...presentRow(viewer, found),
    loseNote: found.loseNote,
    type: presentType(type),
    contacts,
    events: events.map((event) => presentEvent(type, event)),
    next: await nextStage(context, type, facts),
    mayLog: mayEdit || found.helps,
    mayGive: mayWithOpportunity(viewer, "assign", found.ownerId),
  };
}

/** A row as this viewer may see it: without the amount where it is hidden or masked. */
export function presentRow(viewer: Viewer, found: FoundOpportunity): OpportunityRow {
  const held = { ownerIds: [found.ownerId] };
  const shown = presentFields(viewer, OPPORTUNITY, { amount: found.amount }, held);
  const { amount: _, stageSince, openedAt, closedAt, ...row } = found;
  return {
    ...row,
    ...shown,
    stageSince: stageSince.toISOString(),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    mayEdit: mayWithOpportunity(viewer, "edit", found.ownerId),
    mayEditAmount: fieldLevel(viewer, OPPORTUNITY, "amount", held) === "edit",
  };
}

/**
 * What is missing to move an opportunity to a stage, all gates on the way asked.
 * @throws NotFound; Refused where no move is possible at all.
 */
export async function checkMove(
  context: Pick<Viewing, "tx" | "viewer">,
  id: string,
  stageId: string,
): Promise<MissingForStage[]> {
  const facts = await readOpportunity(context, id);
  if (!facts || !mayWithOpportunity(context.viewer, "read", facts.ownerId)) throw new NotFound();
  const type = await typeOfOpportunity(context, facts);
  const move = moveOpportunity(type, stateOf(facts), stageId, await gateFactsOf(context, facts));
  if (move.outcome === "moved") return [];
  if (move.code !== "gate_closed") throw refusedBy(move);
  return move.missing.map((missing) => presentMissing(type, missing));
}

async function nextStage(
  context: Pick<Viewing, "tx">,
  type: StoredType,
  facts: LockedOpportunity,
): Promise<Opportunity["next"]> {
  if (facts.outcome !== null) return null;
  const next = type.stages[type.stages.findIndex(({ id }) => id === facts.stageId) + 1];
  if (!next) return null;
  const missing = checkGate(next, await gateFactsOf(context, facts));
  return { stageId: next.id, missing: missing.map((one) => presentMissing(type, one)) };
}

function presentMissing({ stages }: StoredType, missing: Missing): MissingForStage {
  return {
    stageId: missing.stageId,
    stageName: stages.find(({ id }) => id === missing.stageId)?.name ?? "",
    kind: missing.kind,
    what: missing.kind === "field" ? missing.field : missing.evidence,
  };
}

/** Stages that were taken out of the type since have no place to be shown. */
function presentEvent({ stages }: StoredType, { fromStage, toStage, at, ...event }: LedgerRow): OpportunityEvent {
  const known = (stage: string | null): string | null => stages.find(({ id }) => id === stage)?.id ?? null;
  return { ...event, at: at.toISOString(), fromStageId: known(fromStage), toStageId: known(toStage) };
}
