import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Context } from "../../platform/ledger/context.ts";
import { decideCapture } from "./domain/decide-capture.ts";
import type { EarlierLead } from "./domain/decide-capture.ts";
import { enterLead } from "./domain/enter-lead.ts";
import type { LeadEntry } from "./domain/enter-lead.ts";
import { isOpen } from "./domain/lead-state.ts";
import type { CaptureFacts, LeadCapture, OpenedLead } from "./shapes/lead-capture.ts";
import { moveLeads } from "./move-leads.ts";
import { NewbornLeads } from "./shapes/newborn-leads.ts";
import type { Entrant } from "./shapes/newborn-leads.ts";
import { readEarlierLeads } from "./queries/lead-rows.ts";
import { lockContacts } from "./queries/lock-leads.ts";
import { poolsFor } from "./queries/pool-rows.ts";

/** A new touch may move these; further along a lead is only scored anew (rows 2–2c and 16). */
const MOVED_BY_TOUCH: readonly LeadStage[] = ["raw", "nurturing", "qualifying"];

/** What a batch of captures does, gathered while its captures are decided one after the other. */
interface Batch {
  readonly facts: CaptureFacts;
  /** By contact and product line: what the database knew, and what this batch adds. */
  readonly leads: Map<string, EarlierLead[]>;
  readonly entrants: Entrant[];
  readonly woken: LeadCapture[];
  readonly wokenIds: string[];
}

export interface AdmittedLeads {
  /** One answer a capture, in order. */
  readonly opened: OpenedLead[];
  /** The new ones, to be written by `writeNewborns` in the same transaction. */
  readonly newborns: NewbornLeads;
}

/**
 * Gives each capture its lead (rows 1, 1a, 1b and 16a; R-LEAD-6): a new one, the open one it is another touch on, the
 * running opportunity whose owner is to be told, or a disqualified one that wakes. Captures are taken in order, so the
 * second of one contact and line meets what the first opened; a batch of one is the same. Contacts are locked, so that no
 * two captures open two leads. Judging, routing and then writing the new ones is the caller's, in the same transaction.
 */
export async function admitLeads(
  context: Context,
  captures: readonly LeadCapture[],
  facts: CaptureFacts,
): Promise<AdmittedLeads> {
  // A contact that this operation made is nobody else's and has no leads yet.
  const contactIds = [
    ...new Set(captures.flatMap(({ contactId, newContact }) => (newContact === true ? [] : [contactId]))),
  ];
  if (contactIds.length > 0) await lockContacts(context, contactIds);
  const batch: Batch = {
    facts,
    leads: await earlierLeads(context, contactIds, facts),
    entrants: [],
    woken: [],
    wokenIds: [],
  };
  const opened = captures.map((capture) => openOne(context, batch, capture));
  await wake(context, batch);
  const holders = batch.entrants.map(({ entry }) => entry.lead.holder);
  return { opened, newborns: new NewbornLeads(batch.entrants, await poolsFor(context, holders)) };
}

const keyOf = (contactId: string, productLineId: string | null): string => `${contactId} ${productLineId ?? ""}`;

async function earlierLeads(
  context: Context,
  contactIds: readonly string[],
  facts: CaptureFacts,
): Promise<Batch["leads"]> {
  const rows = contactIds.length === 0 ? [] : await readEarlierLeads(context, contactIds);
  const converted = rows.filter(({ stage }) => stage === "converted").map(({ id }) => id);
  const opportunities = converted.length === 0 ? new Map() : await facts.opportunitiesOf(context, converted);
  const leads: Batch["leads"] = new Map();
  for (const row of rows) {
    const key = keyOf(row.contactId, row.productLineId);
    leads.set(key, [
      ...(leads.get(key) ?? []),
      {
        leadId: row.id,
        stage: row.stage,
        opportunity: opportunities.get(row.id) ?? null,
        wakes: row.stage === "disqualified" && row.mergedIntoId === null && facts.wakes(row.reason ?? ""),
        stageSince: row.stageSince.getTime(),
      },
    ]);
  }
  return leads;
}

function openOne(context: Context, batch: Batch, capture: LeadCapture): OpenedLead {
  const earlier = batch.leads.get(keyOf(capture.contactId, capture.productLineId)) ?? [];
  if (capture.entry.kind !== "captured") return enter(context, batch, capture, earlier, null);
  const decision = decideCapture(earlier, capture.accountOwnerId ?? null);
  switch (decision.kind) {
    case "new_lead":
      return enter(context, batch, capture, earlier, decision.askFirst);
    case "touch_open_lead":
      return touched(earlier, decision.leadId);
    case "touch_and_tell_owner":
      return { outcome: "told", leadId: decision.leadId, ownerId: decision.ownerId, judge: false };
    case "touch_only":
      return { outcome: "kept", leadId: decision.leadId, judge: false };
    case "wake":
      batch.woken.push(capture);
      batch.wokenIds.push(decision.leadId);
      remember(batch, capture, {
        leadId: decision.leadId,
        stage: "raw",
        opportunity: null,
        wakes: false,
        stageSince: context.now.getTime(),
      });
      return { outcome: "woken", leadId: decision.leadId, judge: true };
  }
}

function touched(earlier: readonly EarlierLead[], leadId: string): OpenedLead {
  const stage = earlier.find((lead) => lead.leadId === leadId)?.stage ?? "raw";
  return { outcome: "touched", leadId, stage, judge: MOVED_BY_TOUCH.includes(stage) };
}

function enter(
  context: Context,
  batch: Batch,
  capture: LeadCapture,
  earlier: readonly EarlierLead[],
  askFirst: string | null,
): OpenedLead {
  const openLeadId = earlier.find(({ stage }) => isOpen(stage))?.leadId ?? null;
  const move = enterLead(entryOf(capture, openLeadId, batch.facts));
  if (move.outcome === "refused") {
    // A file of history may name somebody who is being worked on already: the row is another touch on that lead.
    if (capture.entry.kind === "history" && move.code === "open_lead_exists" && openLeadId !== null)
      return { ...touched(earlier, openLeadId), judge: false } as OpenedLead;
    return { leadId: openLeadId, judge: false, ...move };
  }
  const id = context.newId();
  batch.entrants.push({ id, capture, entry: move });
  remember(batch, capture, {
    leadId: id,
    stage: move.lead.stage,
    opportunity: null,
    wakes: false,
    stageSince: context.now.getTime(),
  });
  const judge = move.effects.some(({ kind }) => kind === "judge" || kind === "grade");
  return { outcome: "opened", leadId: id, stage: move.lead.stage, askFirst, judge };
}

function entryOf({ entry }: LeadCapture, openLeadId: string | null, { standardInForce }: CaptureFacts): LeadEntry {
  switch (entry.kind) {
    case "captured":
      return { kind: "captured", openLeadId, standardInForce };
    case "typed":
      return { kind: "typed", repId: entry.repId, openLeadId };
    case "history": {
      const { stage, holder, group = null, reason = null } = entry;
      return { kind: "history", openLeadId, stage, holder, group, reason };
    }
  }
}

function remember(batch: Batch, { contactId, productLineId }: LeadCapture, lead: EarlierLead): void {
  const key = keyOf(contactId, productLineId);
  batch.leads.set(key, [...(batch.leads.get(key) ?? []).filter(({ leadId }) => leadId !== lead.leadId), lead]);
}

async function wake(context: Context, { woken, wokenIds }: Batch): Promise<void> {
  if (woken.length === 0) return;
  const moves = woken.map(({ at }, place) => ({
    leadId: wokenIds[place] ?? "",
    event: { kind: "touched", wakes: true, openLeadExists: false } as const,
    occurredAt: at,
  }));
  const refused = (await moveLeads(context, moves)).find(({ outcome }) => outcome === "refused");
  if (refused) throw new Error(`the lead ${refused.leadId} was to wake and did not, though its contact is locked`);
}
