import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { isOpen } from "./lead-state.ts";

/** A lead the contact already has in this product line, with what became of its opportunity. */
export interface EarlierLead {
  readonly leadId: string;
  readonly stage: LeadStage;
  readonly opportunity: { readonly ownerId: string; readonly state: "running" | "won" | "lost" } | null;
  /** For a disqualified lead: whether its reason wakes by the standard in force. A merged one never does. */
  readonly wakes: boolean;
  /** When it last changed stage, in milliseconds. */
  readonly stageSince: number;
}

/** What a capture becomes; each but `new_lead` writes a touch on the lead it names. */
export type CaptureDecision =
  | { readonly kind: "touch_open_lead"; readonly leadId: string }
  | { readonly kind: "touch_and_tell_owner"; readonly leadId: string; readonly ownerId: string }
  | { readonly kind: "wake"; readonly leadId: string }
  | { readonly kind: "touch_only"; readonly leadId: string }
  | { readonly kind: "new_lead"; readonly askFirst: string | null };

/**
 * R-LEAD-6: a capture never creates a second open lead. With an open lead: a touch on it. With a running opportunity: a
 * touch, and its owner is told. With only a won one: a new lead, to the account's owner first. With only a disqualified one:
 * it wakes when its reason does (row 16a), else the touch is kept and nothing moves. Lost opportunities have put their lead
 * back into nurture (row 15), where it is open; one that could not be put back begins anew.
 */
export function decideCapture(earlier: readonly EarlierLead[], accountOwnerId: string | null): CaptureDecision {
  const newestFirst = earlier.toSorted((a, b) => b.stageSince - a.stageSince || (a.leadId < b.leadId ? -1 : 1));
  const open = newestFirst.find(({ stage }) => isOpen(stage));
  if (open !== undefined) return { kind: "touch_open_lead", leadId: open.leadId };
  for (const { leadId, opportunity } of newestFirst)
    if (opportunity?.state === "running") return { kind: "touch_and_tell_owner", leadId, ownerId: opportunity.ownerId };
  if (newestFirst.some(({ opportunity }) => opportunity?.state === "won"))
    return { kind: "new_lead", askFirst: accountOwnerId };
  const closed = newestFirst.filter(({ stage }) => stage === "disqualified");
  const waking = closed.find(({ wakes }) => wakes);
  if (waking !== undefined) return { kind: "wake", leadId: waking.leadId };
  const [newest] = closed;
  return newest === undefined ? { kind: "new_lead", askFirst: null } : { kind: "touch_only", leadId: newest.leadId };
}
