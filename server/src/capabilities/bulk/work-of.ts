import type { FieldObject } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import { isHouseFieldName } from "../../platform/custom-fields/house-field.ts";
import { factWork } from "../../platform/lists/bulk-source.ts";
import type { BulkSource } from "../../platform/lists/bulk-source.ts";
import type { BulkWork } from "../../platform/lists/bulk-work.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { bulkValue } from "../fields/index.ts";
import { joinCampaign } from "../touches/index.ts";
import type { ReadPools } from "../people/index.ts";
import type { BulkAct } from "./shapes/bulk-act.ts";

/** What the capabilities of the records say, handed in where the house is put together. */
export interface BulkNeighbours {
  readonly sources: Readonly<Record<FieldObject, BulkSource>>;
  readonly readPools?: ReadPools;
}

/** The work that an act asks for, for this viewer. @throws Refused `records_never_deleted`, and what `factWork` and `bulkValue` throw. */
export async function workOf(viewing: Viewing, act: BulkAct, { sources }: BulkNeighbours): Promise<BulkWork> {
  const source = sources[act.object];
  if (act.kind === "join") return joinCampaign(viewing, source.alias, act.campaignId);
  if (act.kind === "remove") {
    if (!source.removal) throw new Refused("records_never_deleted");
    return source.removal.work(viewing.viewer, source, source.removed ?? source.edited);
  }
  if (!isHouseFieldName(act.field)) return factWork(source, act.field, act.value, viewing.viewer);
  const fieldId = act.field.slice(act.field.indexOf(".") + 1);
  return bulkValue(viewing, act.object, source, { fieldId, value: act.value });
}
