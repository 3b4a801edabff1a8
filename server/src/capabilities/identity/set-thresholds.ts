import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { ensureSetting, findSetting, updateSetting } from "./queries/match-runs.ts";
import { readMatching, thresholdsInForce } from "./read-matching.ts";

export const SET_THRESHOLDS = operationKind("contact.set_thresholds");

export interface ThresholdEdit {
  readonly review?: FieldChange<number | null> | undefined;
  readonly same?: FieldChange<number | null> | undefined;
}

/**
 * Decides from which probability on two contacts are put up for review, and count as the same; null leaves it to what
 * matching all contacts recommends.
 * @throws Conflict `changed_meanwhile`; Refused `thresholds_crossed` where what is reviewed would begin above what is the same.
 */
export async function setThresholds(context: Acting, edit: ThresholdEdit): Promise<void> {
  await ensureSetting(context);
  const setting = await findSetting(context, true);
  if (!setting) throw new Error("the thresholds have no row");
  const { id, ...present } = setting;
  const changed = { ...present, ...(await takeChanges(context, { table: "match_setting", id }, present, edit)) };
  const { recommended } = await readMatching(context);
  const { same, different } = thresholdsInForce(recommended, changed);
  if (different > same) throw new Refused("thresholds_crossed");
  await updateSetting(context, { id, ...changed });
}
