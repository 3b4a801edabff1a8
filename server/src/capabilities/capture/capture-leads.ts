import type { Context } from "../../platform/ledger/context.ts";
import { attachAccounts } from "../accounts/index.ts";
import type { AttachedAccount } from "../accounts/index.ts";
import { attachContacts } from "../contacts/index.ts";
import type { AttachedContact } from "../contacts/index.ts";
import { admitLeads, writeNewborns } from "../leads/index.ts";
import type { AdmittedLeads, CaptureFacts, OpenedLead } from "../leads/index.ts";
import { notify } from "../notifications/index.ts";
import { opportunitiesOfLeads } from "../opportunities/index.ts";
import { findInForce } from "../standards/index.ts";
import type { StoredStandard } from "../standards/index.ts";
import { recordTouches } from "../touches/index.ts";
import type { TouchDraft } from "../touches/index.ts";
import { advanceLeads } from "./advance-leads.ts";
import type { CaptureDraft, CapturedLead } from "./shapes/capture-draft.ts";
import { showArrival } from "./queries/single-arrivals.ts";
import { knownTouchesOf } from "./known-touches-of.ts";

/**
 * The one door for leads (R-ID-6), for one as for ten thousand, in the transaction of the operation: companies and people
 * are attached or made, what they did is recorded, each interest gets its lead (R-LEAD-6), and new leads are judged and
 * routed. Drafts are taken in order, so a person met twice in a batch is one. History starts nothing. Each rep is told once
 * an act, with the count. The months of the touches must exist (`prepareTouchMonths`, before the operation).
 * @returns one answer a draft, in order.
 * @throws RangeError for a touch at a time that is not believable.
 */
export async function captureLeads(context: Context, drafts: readonly CaptureDraft[]): Promise<CapturedLead[]> {
  if (drafts.length === 0) return [];
  if (drafts.length === 1) await showArrival(context);
  const accounts = await attachNamed(context, drafts);
  const contacts = await attachContacts(
    context,
    drafts.map(({ contact, at }, place) => ({ ...contact, at, ...accountOf(accounts[place]) })),
  );
  await recordDraftTouches(context, drafts, contacts);
  const inForce = await findInForce(context);
  const admitted = await admitLeads(
    context,
    drafts.map(({ productLineId, campaignId, source, at, note = null, entry }, place) => ({
      contactId: contacts[place]?.contactId ?? "",
      homeContactId: contacts[place]?.homeContactId ?? "",
      newContact: contacts[place]?.created ?? false,
      ...accountOf(accounts[place]),
      productLineId,
      campaignId,
      source,
      at,
      note,
      entry,
    })),
    captureFacts(inForce),
  );
  const { opened, newborns } = admitted;
  await judgeAndRoute(context, drafts, contacts, admitted, inForce);
  await writeNewborns(context, newborns);
  await tellOfTouches(context, opened);
  return drafts.map((_, place) => capturedLead(accounts[place] ?? null, contacts[place], opened[place]));
}

const accountOf = (account: AttachedAccount | null | undefined) => ({
  accountId: account?.accountId ?? null,
  homeAccountId: account?.homeAccountId ?? null,
});

async function attachNamed(
  context: Context,
  drafts: readonly CaptureDraft[],
): Promise<readonly (AttachedAccount | null)[]> {
  const attached = await attachAccounts(
    context,
    drafts.flatMap(({ account }) => account ?? []),
  );
  let place = 0;
  return drafts.map(({ account }) => (account === null ? null : (attached[place++] ?? null)));
}

/** What a file of history brings scores nobody anew and wakes nobody. */
async function recordDraftTouches(
  context: Context,
  drafts: readonly CaptureDraft[],
  contacts: readonly AttachedContact[],
): Promise<void> {
  const touchesOf = (isHistory: boolean): TouchDraft[] =>
    drafts.flatMap(({ touch, at, campaignId, productLineId, entry }, place) =>
      touch === null || (entry.kind === "history") !== isHistory
        ? []
        : [{ ...touch, at, campaignId, productLineId, identifierId: contacts[place]?.identifierId ?? "" }],
    );
  await recordTouches(context, touchesOf(false));
  await recordTouches(context, touchesOf(true), "touch.imported");
}

/** What leads ask of the standard in force and of opportunities. */
function captureFacts(standard: StoredStandard | undefined): CaptureFacts {
  const waking = new Set(standard?.content.rejectReasons.flatMap(({ code, wakes }) => (wakes ? [code] : [])));
  return {
    standardInForce: standard !== undefined,
    wakes: (reason) => waking.has(reason),
    opportunitiesOf: opportunitiesOfLeads,
  };
}

async function judgeAndRoute(
  context: Context,
  drafts: readonly CaptureDraft[],
  contacts: readonly AttachedContact[],
  { opened, newborns }: AdmittedLeads,
  inForce: StoredStandard | undefined,
): Promise<void> {
  const ids = [...new Set(opened.flatMap((one) => (one.judge && one.leadId !== null ? [one.leadId] : [])))];
  const importRows = new Map(
    drafts.flatMap(({ importRow }, place) => {
      const leadId = opened[place]?.leadId ?? null;
      return importRow === undefined || leadId === null ? [] : [[leadId, importRow] as const];
    }),
  );
  const { fresh, touches } = knownTouchesOf(drafts, contacts, opened);
  const born = ids.filter((id) => newborns.has(id));
  await advanceLeads(
    context,
    [
      { leadIds: born.filter((id) => fresh.has(id)), cause: "capture", known: { touches, newborns, inForce } },
      { leadIds: born.filter((id) => !fresh.has(id)), cause: "capture", known: { newborns, inForce } },
      { leadIds: ids.filter((id) => !newborns.has(id)), cause: "touch", known: { inForce } },
    ],
    { newborns, importRows },
  );
}

/** The owner of a running opportunity learns that its customer came again. */
async function tellOfTouches(context: Context, opened: readonly OpenedLead[]): Promise<void> {
  await notify(
    context,
    opened.flatMap((one) =>
      one.outcome === "told"
        ? [{ personId: one.ownerId, kind: "opportunity.touched", params: { leadId: one.leadId } }]
        : [],
    ),
  );
}

function capturedLead(
  account: AttachedAccount | null,
  contact: AttachedContact | undefined,
  opened: OpenedLead | undefined,
): CapturedLead {
  if (!contact || !opened) throw new Error("a draft was captured without a contact or without an answer");
  return {
    contactId: contact.contactId,
    accountId: account?.accountId ?? null,
    leadId: opened.leadId,
    newContact: contact.created,
    newAccount: account?.created ?? false,
    outcome: opened.outcome,
    refused: opened.outcome === "refused" ? opened.code : null,
  };
}
