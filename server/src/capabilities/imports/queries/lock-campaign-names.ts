import { lockValues } from "../../../platform/database/lock-values.ts";
import type { Context } from "../../../platform/ledger/context.ts";

/** Two imports that name one new campaign make it one after the other, so that the second finds it. */
export async function lockCampaignNames({ client }: Context, names: readonly string[]): Promise<void> {
  await lockValues(client, "campaign", names);
}
