import type { Context } from "../../../platform/ledger/context.ts";

/** Whose campaigns these are, by campaign; those without an owner are left out. */
export async function findCampaignOwners(
  { client }: Context,
  campaignIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; ownerId: string }>({
    name: "campaign-owners-of-leads",
    text: `select id, owner_id as "ownerId" from published.campaign where id = any($1::uuid[]) and owner_id is not null`,
    values: [campaignIds],
  });
  return new Map(rows.map(({ id, ownerId }) => [id, ownerId]));
}
