import type { OpportunityTypeShown, StageContent, TypeContent } from "@tongzhou/contract/opportunity-types";
import type { OpportunityWeight } from "@tongzhou/contract/opportunity-type";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Invalid, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { validateOpportunityType } from "./domain/validate-opportunity-type.ts";
import {
  deleteStages,
  insertStages,
  insertType,
  isTypeCodeTaken,
  lockType,
  updateStages,
  updateType,
  usedStages,
} from "./queries/opportunity-type-rows.ts";
import type { PlacedStage, StoredStage, StoredType } from "./queries/opportunity-type-rows.ts";

export const CREATE_OPPORTUNITY_TYPE = operationKind("opportunity_type.create");
export const EDIT_OPPORTUNITY_TYPE = operationKind("opportunity_type.edit");

/** Adds a type. @returns its id. @throws Invalid `opportunity_type_wrong`; Refused `opportunity_type_code_taken`. */
export async function createOpportunityType(
  context: Context,
  type: {
    readonly name: string;
    readonly code: string;
    readonly weight: OpportunityWeight;
    readonly stages: readonly StageContent[];
  },
): Promise<string> {
  const id = context.newId();
  const stages = placed(context, id, type.stages);
  refuseWrong(type.name, type.weight, stages);
  if (await isTypeCodeTaken(context, type.code)) throw new Refused("opportunity_type_code_taken", { code: type.code });
  await insertType(context, { id, code: type.code, name: type.name, weight: type.weight });
  await insertStages(context, stages);
  await context.emit("opportunity_type.edited", [id]);
  return id;
}

/**
 * Edits a type with all its stages: names, order, probabilities and what entering them demands.
 * @throws NotFound; Conflict `changed_meanwhile`; Invalid `opportunity_type_wrong`; Refused `opportunity_stage_in_use` for
 * a stage that opportunities stand in.
 */
export async function editOpportunityType(
  context: Acting,
  id: string,
  { from, to }: { readonly from: TypeContent; readonly to: TypeContent },
): Promise<void> {
  const type = await lockType(context, id);
  if (!type) throw new NotFound();
  const present = { name: type.name, active: type.active, stages: type.stages };
  const changed = await takeChanges(context, { table: "opportunity_type", id }, present as TypeContent, {
    name: { from: from.name, to: to.name },
    active: { from: from.active, to: to.active },
    stages: { from: from.stages, to: to.stages },
  });
  const { name, active, stages } = changed;
  const after = stages === undefined ? null : placed(context, id, stages);
  refuseWrong(name ?? type.name, type.weight, after ?? type.stages);
  await updateType(context, id, {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { active }),
  });
  if (after !== null) await replaceStages(context, type, after);
  await context.emit("opportunity_type.edited", [id]);
}

async function replaceStages(context: Context, type: StoredType, after: readonly PlacedStage[]): Promise<void> {
  const known = new Set(type.stages.map(({ id }) => id));
  const kept = new Set(after.map(({ id }) => id));
  const gone = type.stages.filter(({ id }) => !kept.has(id));
  const [used] = await usedStages(
    context,
    gone.map(({ id }) => id),
  );
  if (used) {
    const name = gone.find(({ id }) => id === used.id)?.name ?? "";
    throw new Refused("opportunity_stage_in_use", { name, count: used.count });
  }
  await deleteStages(
    context,
    gone.map(({ id }) => id),
  );
  await updateStages(
    context,
    after.filter(({ id }) => known.has(id)),
  );
  await insertStages(
    context,
    after.filter(({ id }) => !known.has(id)),
  );
}

/** New stages get their ids, all their places from 1. An id that is not of this type is taken for a new stage of its own. */
function placed(context: Context, typeId: string, stages: readonly StageContent[]): PlacedStage[] {
  return stages.map((stage, place) => ({ ...stage, id: stage.id ?? context.newId(), typeId, position: place + 1 }));
}

function refuseWrong(name: string, weight: OpportunityWeight, stages: readonly StoredStage[]): void {
  const errors = validateOpportunityType({ name, weight, stages: [...stages] }).filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length === 0) return;
  throw new Invalid(
    errors.map(({ path, code, params }) => ({ pointer: path, code: `opportunity_type.${code}`, params })),
    "opportunity_type_wrong",
  );
}

/** A type as the pages show it, with what will surprise somebody. */
export function presentType(type: StoredType): OpportunityTypeShown {
  const warnings = validateOpportunityType(type).filter(({ severity }) => severity === "warning");
  return { ...type, warnings };
}
