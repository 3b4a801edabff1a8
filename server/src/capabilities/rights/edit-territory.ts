import type { TerritoryDraft } from "@tongzhou/contract/territories";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { asksSomething } from "./domain/columns-of-rule.ts";
import { requireHolder } from "./require-holder.ts";
import {
  deleteTerritory,
  insertTerritory,
  isNameTaken,
  lockTerritory,
  updateTerritory,
} from "./queries/territory-rows.ts";

export const CREATE_TERRITORY = operationKind("territory.create");
export const EDIT_TERRITORY = operationKind("territory.edit");
export const REMOVE_TERRITORY = operationKind("territory.remove");

/** Adds a territory. @throws Refused `territory_asks_nothing`, `territory_name_taken`, `right_holder_missing`. */
export async function createTerritory(context: Acting, draft: TerritoryDraft): Promise<string> {
  await requireDraft(context, draft, null);
  return insertTerritory(context, draft);
}

/**
 * Changes a territory; fields that others changed meanwhile are not written over.
 * @throws NotFound; Conflict `changed_meanwhile`; what adding one throws.
 */
export async function editTerritory(
  context: Acting,
  id: string,
  { from, to }: FieldChange<TerritoryDraft>,
): Promise<void> {
  const present = await lockTerritory(context, id);
  if (!present) throw new NotFound();
  const changes = await takeChanges(context, { table: "territory", id }, present, {
    name: { from: from.name, to: to.name },
    holder: { from: from.holder, to: to.holder },
    rule: { from: from.rule, to: to.rule },
  });
  const wanted = { ...present, ...changes };
  await requireDraft(context, wanted, id);
  await updateTerritory(context, id, wanted);
}

/** Removes a territory. @throws NotFound. */
export async function removeTerritory(context: Acting, id: string): Promise<void> {
  if (!(await lockTerritory(context, id))) throw new NotFound();
  await deleteTerritory(context, id);
}

async function requireDraft(context: Acting, { name, holder, rule }: TerritoryDraft, id: string | null): Promise<void> {
  if (!asksSomething(rule)) throw new Refused("territory_asks_nothing");
  if (await isNameTaken(context, name, id)) throw new Refused("territory_name_taken");
  await requireHolder(context, holder);
}
