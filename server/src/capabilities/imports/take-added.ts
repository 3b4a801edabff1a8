import { ADDED_FIELDS_OF } from "@tongzhou/contract/import-settings";
import type { ColumnRule } from "@tongzhou/contract/import-settings";
import type { FieldObject } from "@tongzhou/contract/fields";
import { takeValues } from "../fields/index.ts";
import type { TakenValues, ValueWish } from "../fields/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import type { TakenRow } from "./capture-rows.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";
import { importingViewer } from "./importing-viewer.ts";

/**
 * Gives the people and leads of a batch what its columns of added fields say, by the rule of each column and with the rights
 * that whoever imports has now. Costs nothing where no such column is mapped.
 * @returns by the row's place among the rows.
 */
export async function takeAdded(
  context: Context,
  { settings, fields }: ImportPlan,
  rows: readonly ResolvedRow[],
  taken: readonly TakenRow[],
): Promise<Map<number, TakenValues>> {
  const answers = new Map<number, TakenValues>();
  if (fields.length === 0) return answers;
  const viewer = await importingViewer(context);
  const rules = new Map(settings.columns.map(({ fieldId, rule }) => [fieldId, rule ?? "fill"]));
  for (const object of ADDED_FIELDS_OF[settings.object]) {
    const ids = new Set(fields.filter((field) => field.object === object).map(({ id }) => id));
    const places = rows.flatMap((row, place) => (row.added.some(({ fieldId }) => ids.has(fieldId)) ? [place] : []));
    const wishes = places.map((place) => wishOf(object, ids, rules, rows[place], taken[place]));
    const granted = await takeValues(context, viewer, object, wishes);
    places.forEach((place, at) => answers.set(place, joined(answers.get(place), granted[at])));
  }
  return answers;
}

/** A lead that was refused has no values. */
function wishOf(
  object: FieldObject,
  ids: ReadonlySet<string>,
  rules: ReadonlyMap<string | undefined, ColumnRule>,
  row: ResolvedRow | undefined,
  taken: TakenRow | undefined,
): ValueWish {
  const { id: recordId, created } = recordOf(object, taken);
  const values = (row?.added ?? []).flatMap(({ fieldId, value }) =>
    ids.has(fieldId) ? [{ fieldId, value, rule: rules.get(fieldId) ?? "fill" }] : [],
  );
  return recordId ? { recordId, created, values } : { recordId: "", created, values: [] };
}

/** What of a row a field of this object is filled in for. */
function recordOf(object: FieldObject, taken: TakenRow | undefined): { id?: string | null; created: boolean } {
  if (!taken) return { created: false };
  if (object === "lead") return { id: taken.leadId, created: taken.outcome === "opened" };
  if (object === "account") return { id: taken.accountId, created: taken.newAccount };
  return { id: taken.contactId, created: taken.newContact };
}

function joined(before: TakenValues | undefined, { overwritten, refused, taken }: TakenValues = NOTHING): TakenValues {
  if (!before) return { overwritten, refused, taken };
  return {
    overwritten: before.overwritten + overwritten,
    refused: before.refused + refused,
    taken: [...before.taken, ...taken],
  };
}

const NOTHING: TakenValues = { overwritten: 0, refused: 0, taken: [] };
