import type { LeadHolder, LeadRow, LifelineEntry, TodayLead } from "@tongzhou/contract/lead-row";
import { isPool } from "@tongzhou/contract/lead-stages";
import { fieldLevel } from "../../platform/access/field-access.ts";
import type { Held } from "../../platform/access/reach.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { CONTACT } from "../contacts/index.ts";
import { isOpen } from "./domain/lead-state.ts";
import { mayWithLead } from "./leads.access.ts";
import type { StoredLifelineEntry, StoredTodayLead } from "./queries/find-leads.ts";
import type { StoredLead } from "./queries/lead-columns.ts";

/** A lead as the viewer may see it: details of its contact masked, readable or not there. */
export function presentLead(viewer: Viewer, lead: StoredLead): LeadRow {
  const { id, grade, nurtureGroup, reason, cycle, productLine, campaign, source, selfSourced, history, stage } = lead;
  return {
    id,
    contact: presentContactOf(viewer, lead),
    account: lead.account,
    grade,
    stage,
    nurtureGroup,
    parkedUntil: lead.parkedUntil?.toISOString() ?? null,
    reason,
    cycle,
    productLine,
    campaign,
    source,
    holder: holderOf(lead),
    clock: lead.clock,
    latestTouch: lead.latestTouch,
    capturedAt: lead.capturedAt.toISOString(),
    selfSourced,
    history,
    mayEdit: mayWithLead(viewer, "edit", { ownerIds: [lead.ownerId], poolIds: [lead.poolId] }),
  };
}

/** The page of today shows the same with why it came here and what the customer did last. */
export function presentTodayLead(viewer: Viewer, lead: StoredTodayLead): TodayLead {
  return { ...presentLead(viewer, lead), explanation: lead.explanation, touches: lead.touches };
}

/**
 * Whoever holds an open lead follows its contact (R-ACC-3); other ways to follow are known on the contact's own page, so
 * here a value is masked rather once too often.
 */
function presentContactOf(viewer: Viewer, lead: StoredLead): LeadRow["contact"] {
  const held: Held = isOpen(lead.stage) ? { ownerIds: [lead.ownerId], poolIds: [lead.poolId] } : {};
  const seesJob = ["read", "edit"].includes(fieldLevel(viewer, CONTACT, "job", held));
  return {
    id: lead.contactId,
    name: lead.contactName,
    ...(seesJob ? { title: lead.contactTitle } : {}),
    reachedBy: lead.reachedBy && presentReachedBy(viewer, lead.reachedBy, held),
  };
}

function presentReachedBy(
  viewer: Viewer,
  { id, kind, value }: NonNullable<StoredLead["reachedBy"]>,
  held: Held,
): LeadRow["contact"]["reachedBy"] {
  const field = kind === "phone" || kind === "email" ? kind : "wechat";
  const level = fieldLevel(viewer, CONTACT, field, held);
  if (level === "hidden") return null;
  const mask = CONTACT.fields[field];
  return { id, kind, value: level === "masked" && mask ? String(mask(value)) : value, visibility: level };
}

function holderOf(lead: StoredLead): LeadHolder {
  if (lead.ownerId !== null) return { kind: "owner", personId: lead.ownerId, name: lead.ownerName ?? "" };
  if (!isPool(lead.poolKind)) throw new Error(`the lead ${lead.id} has neither owner nor pool`);
  return { kind: "pool", pool: lead.poolKind, teamId: lead.poolTeamId, teamName: lead.poolTeamName };
}

/** A move as the life line shows it; people and pools by the names of now. */
export function presentLifelineEntry(viewer: Viewer, entry: StoredLifelineEntry): LifelineEntry {
  const { fromOwnerId, fromPoolId, toOwnerId, toPoolId, ...shown } = entry;
  return {
    ...shown,
    holderFrom: holderNamed(viewer, fromOwnerId, fromPoolId),
    holderTo: holderNamed(viewer, toOwnerId, toPoolId),
  };
}

function holderNamed({ snapshot }: Viewer, ownerId: string | null, poolId: string | null): LeadHolder | null {
  if (ownerId !== null) return { kind: "owner", personId: ownerId, name: snapshot.people.get(ownerId)?.name ?? "" };
  const pool = snapshot.pools.find(({ id }) => id === poolId);
  return pool && isPool(pool.kind) ? { kind: "pool", pool: pool.kind, teamId: pool.teamId, teamName: null } : null;
}
