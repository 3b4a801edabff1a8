import type { Context } from "../../../platform/ledger/context.ts";

/** What people may change of a lead by hand; stage and holder are moved. */
export interface LeadFacts {
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

export async function findLeadFacts(
  { tx }: Pick<Context, "tx">,
  id: string,
): Promise<(LeadFacts & { contactId: string }) | undefined> {
  return tx
    .selectFrom("lead")
    .select([
      "contact_id as contactId",
      "product_line_id as productLineId",
      "campaign_id as campaignId",
      "source",
      "note",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The open lead of a contact in a product line; there is one at most. */
export async function findOpenLead(
  { tx }: Pick<Context, "tx">,
  contactId: string,
  productLineId: string | null,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("lead")
    .select("id")
    .where("contact_id", "=", contactId)
    .where("product_line_id", "is not distinct from", productLineId)
    .where("stage", "not in", ["converted", "disqualified"])
    .executeTakeFirst();
  return row?.id;
}

export async function updateLeadFacts({ tx }: Context, id: string, facts: Partial<LeadFacts>): Promise<void> {
  const { productLineId, campaignId, source, note } = facts;
  const values = {
    ...(productLineId === undefined ? {} : { product_line_id: productLineId }),
    ...(campaignId === undefined ? {} : { campaign_id: campaignId }),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
  if (Object.keys(values).length > 0) await tx.updateTable("lead").set(values).where("id", "=", id).execute();
}
