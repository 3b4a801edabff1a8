import type { Context } from "../../platform/ledger/context.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { lockStandard } from "./queries/standard-rows.ts";
import type { StoredStandard } from "./queries/standard-rows.ts";

/**
 * Locks a draft for a change.
 * @throws NotFound; Refused `standard_not_a_draft` for a version that is or was in force.
 */
export async function lockDraft(context: Context, id: string): Promise<StoredStandard> {
  const standard = await lockStandard(context, id);
  if (!standard) throw new NotFound();
  if (standard.state !== "draft") throw new Refused("standard_not_a_draft", { version: standard.version });
  return standard;
}
