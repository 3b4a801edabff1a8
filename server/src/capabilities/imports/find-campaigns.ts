import { createCampaigns } from "../campaigns/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { guessCampaignType } from "./domain/guess-campaign-type.ts";
import { lockCampaignNames } from "./queries/lock-campaign-names.ts";
import { findCampaignsByName } from "./queries/name-rows.ts";

/**
 * The campaigns that a file names. Those that nobody has made yet become drafts of whoever imports: a draft may take
 * touches and costs, and says what it lacks to be started (R-CAMP-1).
 * @returns ids by name.
 */
export async function findCampaigns(context: Context, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const known = byName(await findCampaignsByName(context, names));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  await lockCampaignNames(context, missing);
  for (const [name, id] of byName(await findCampaignsByName(context, missing))) known.set(name, id);
  const unmade = missing.filter((name) => !known.has(name));
  const ownerId = context.actor.kind === "person" ? context.actor.personId : null;
  const made = await createCampaigns(
    context,
    unmade.map((name) => ({ name, type: guessCampaignType(name), ownerId })),
  );
  unmade.forEach((name, place) => known.set(name, made[place] ?? ""));
  return known;
}

/** Of several with one name the oldest. */
function byName(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.toReversed().map(({ id, name }) => [name, id]));
}
