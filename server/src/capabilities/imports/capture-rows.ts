import { attachAccounts } from "../accounts/index.ts";
import type { AccountDraft } from "../accounts/index.ts";
import { attachContacts } from "../contacts/index.ts";
import { openLeads } from "../leads/index.ts";
import { recordTouches } from "../touches/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

/** What a row became. */
export interface CapturedRow {
  readonly contactId: string;
  readonly leadId: string | null;
  readonly newContact: boolean;
  readonly newAccount: boolean;
  readonly opened: boolean;
  /** Why its lead was not taken; the person and the touch may have been. */
  readonly refused: string | null;
}

/** Hands rows to the door that all leads come through. @returns one answer a row, in order. */
export async function captureRows(
  context: Context,
  plan: ImportPlan,
  rows: readonly ResolvedRow[],
): Promise<CapturedRow[]> {
  const named = rows.map(accountOf);
  const accounts = await attachAccounts(
    context,
    named.filter((draft) => draft !== null),
  );
  let place = 0;
  const accountOfRow = named.map((draft) => (draft === null ? null : (accounts[place++] ?? null)));
  const at = (row: ResolvedRow): Date => new Date(row.row.draft.occurredAt ?? plan.at);
  const contacts = await attachContacts(
    context,
    rows.map((resolved, number) => {
      const { draft, nameSort } = resolved.row;
      return {
        name: draft.name,
        nameSort,
        title: draft.jobTitle,
        regionCode: draft.region,
        identifiers: draft.identifiers,
        accountId: accountOfRow[number]?.accountId ?? null,
        at: at(resolved),
      };
    }),
  );
  await recordTouches(
    context,
    rows.map((resolved, number) => ({
      identifierId: contacts[number]?.identifierId ?? "",
      at: at(resolved),
      kind: plan.settings.touchKind,
      channel: plan.settings.channel,
      campaignId: resolved.campaignId,
      productLineId: resolved.productLineId,
      title: resolved.row.draft.note?.slice(0, 200) ?? null,
      details: resolved.row.draft.landingPage === null ? {} : { landingPage: resolved.row.draft.landingPage },
    })),
  );
  const leads = await openLeads(
    context,
    rows.map((resolved, number) => ({
      contactId: contacts[number]?.contactId ?? "",
      homeContactId: contacts[number]?.homeContactId ?? "",
      accountId: accountOfRow[number]?.accountId ?? null,
      productLineId: resolved.productLineId,
      campaignId: resolved.campaignId,
      source: resolved.source,
      at: at(resolved),
      note: resolved.row.draft.note,
      entry:
        resolved.history === null ? { kind: "captured" as const } : { kind: "history" as const, ...resolved.history },
    })),
    { standardInForce: false, wakes: () => false, opportunitiesOf: async () => new Map() },
  );
  return rows.map((_, number) => {
    const lead = leads[number];
    return {
      contactId: contacts[number]?.contactId ?? "",
      leadId: lead?.leadId ?? null,
      newContact: contacts[number]?.created ?? false,
      newAccount: accountOfRow[number]?.created ?? false,
      opened: lead?.outcome === "opened",
      refused: lead && "code" in lead ? lead.code : null,
    };
  });
}

function accountOf({ row: { draft, companySort } }: ResolvedRow): AccountDraft | null {
  if (draft.company === null) return null;
  return {
    name: draft.company.name,
    key: draft.company.key,
    creditCode: draft.creditCode,
    nameSort: companySort,
    regionCode: draft.region,
    website: draft.website,
    address: draft.address,
  };
}
