import type { LeadAnswers, RefusedAnswer } from "@tongzhou/contract/lead-answers";
import type { Acting } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { Conflict, NotFound, Refused } from "../../platform/problems/refusal.ts";
import type { ActingPerson, LeadEvent } from "./domain/lead-event.ts";
import { ownerOf } from "./domain/lead-state.ts";
import type { LeadMove, LockedLead, MoveResult, RefusedLead } from "./shapes/lead-move-request.ts";
import { asActingPerson, heldBy, mayKnowOf, mayWithLead } from "./leads.access.ts";
import type { LeadAction } from "./leads.access.ts";
import { moveLeads } from "./move-leads.ts";
import { lockLeads } from "./queries/lock-leads.ts";

/** Somebody else was first, or the lead has gone on meanwhile. */
const OTHERS_WERE_FIRST: readonly RefusedLead["code"][] = [
  "wrong_stage",
  "not_the_holder",
  "already_theirs",
  "already_taken",
  "not_taken",
  "not_in_public_pool",
];

/** An act of a person on leads. */
export interface LeadAct {
  /** The right it takes on each lead. */
  readonly action: LeadAction;
  readonly event: (lead: LockedLead, by: ActingPerson) => LeadEvent;
  readonly note?: string | null;
  readonly assignment?: LeadMove["assignment"];
}

/**
 * Does what a person asks with those of the leads on which they may, under their locks. A lead that is out of their rights
 * is refused as one that is not theirs when they may know of it, and as unknown when they may not.
 * @returns one result a lead, in the order of the ids.
 */
export async function actOnLeads(
  context: Acting,
  leadIds: readonly string[],
  { action, event, note, assignment }: LeadAct,
): Promise<MoveResult[]> {
  const { viewer } = context;
  const ids = [...new Set(leadIds)];
  const leads = await lockLeads(context, ids);
  const refused = new Map<string, RefusedLead>();
  for (const id of ids) {
    const lead = leads.get(id);
    if (lead === undefined || !mayWithLead(viewer, action, heldBy(lead)))
      refused.set(id, refusalOf(viewer, id, lead, action));
  }
  const moves = ids
    .filter((id) => !refused.has(id))
    .map((leadId) => ({
      leadId,
      event: (lead: LockedLead) => event(lead, asActingPerson(viewer, lead)),
      note: note ?? null,
      ...(assignment ? { assignment } : {}),
    }));
  const moved = new Map((await moveLeads(context, moves)).map((result) => [result.leadId, result]));
  return ids.flatMap((id) => refused.get(id) ?? moved.get(id) ?? []);
}

function refusalOf(viewer: Viewer, leadId: string, lead: LockedLead | undefined, action: LeadAction): RefusedLead {
  if (lead === undefined || !mayKnowOf(viewer, lead, action))
    return { leadId, outcome: "refused", before: null, code: "lead_not_found", params: {} };
  const ownerId = ownerOf(lead.state.holder);
  const code = action === "claim" ? "not_in_public_pool" : "not_the_holder";
  return { leadId, outcome: "refused", before: lead, code, params: { ownerId } };
}

/**
 * What became of an act, for its caller.
 * @throws when it was about one lead alone and that was refused: NotFound, Conflict `lead_…` when others were first (with
 * the name of who has it), else Refused `lead_…`.
 */
export function answersOf({ snapshot }: Viewer, results: readonly MoveResult[]): LeadAnswers {
  const moved: string[] = [];
  const refused: RefusedAnswer[] = [];
  for (const result of results) {
    if (result.outcome === "moved") {
      moved.push(result.leadId);
      continue;
    }
    const { leadId, code, params, before } = result;
    const holder = before === null ? null : ownerOf(before.state.holder);
    const holderName = holder === null ? null : (snapshot.people.get(holder)?.name ?? null);
    refused.push({ leadId, code, params, holderName });
  }
  const [only] = refused;
  if (results.length === 1 && only !== undefined) throw problemOf(only);
  return { moved, refused };
}

function problemOf({ code, params, holderName }: RefusedAnswer): NotFound | Conflict | Refused {
  if (code === "lead_not_found") return new NotFound();
  const told = { ...params, holderName: holderName ?? "—" };
  return OTHERS_WERE_FIRST.includes(code) ? new Conflict(`lead_${code}`, told) : new Refused(`lead_${code}`, told);
}
