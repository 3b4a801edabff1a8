import type { Company } from "@tongzhou/contract/people-session";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Invalid, NotFound } from "../../platform/problems/refusal.ts";
import { isTimeZone } from "./domain/is-time-zone.ts";
import { lockCompany, updateCompany } from "./queries/company-rows.ts";

export const EDIT_COMPANY = operationKind("company.edit");

export type CompanyEdit = { readonly [Field in keyof Company]?: FieldChange<Company[Field]> | undefined };

/** Changes the company. @throws NotFound; Invalid for an unknown time zone; Conflict `changed_meanwhile`. */
export async function editCompany(context: Acting, edit: CompanyEdit): Promise<void> {
  const found = await lockCompany(context);
  if (!found) throw new NotFound();
  const { id, ...company } = found;
  const changes = await takeChanges(context, { table: "company", id }, company, edit);
  if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
    throw new Invalid([{ pointer: "/timeZone", code: "field.not_offered" }]);
  }
  await updateCompany(context, id, changes);
}
