import type { FieldObject } from "@tongzhou/contract/fields";
import { accessObject } from "../../platform/access/access-object.ts";
import type { AccessObject } from "../../platform/access/access-object.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import type { FieldLevel } from "../../platform/access/grants.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { houseFieldName } from "../../platform/custom-fields/house-field.ts";
import { ACCOUNT } from "../accounts/index.ts";
import { CAMPAIGN } from "../campaigns/index.ts";
import { CONTACT } from "../contacts/index.ts";
import { LEAD } from "../leads/index.ts";
import { OPPORTUNITY } from "../opportunities/index.ts";

/** The fields themselves, as settings. */
export const CUSTOM_FIELD = accessObject("custom_field", { actions: ["edit"] });

/** Whose rights decide about the values. */
export const RECORD_OBJECTS: Readonly<Record<FieldObject, AccessObject>> = {
  contact: CONTACT,
  account: ACCOUNT,
  lead: LEAD,
  opportunity: OPPORTUNITY,
  campaign: CAMPAIGN,
};

export const mayEditFields = (viewer: Viewer): boolean => may(viewer, CUSTOM_FIELD, "edit");

/** Which fields there are is no secret among colleagues; those hidden from the viewer are left out. */
export const mayReadFields = (_viewer: Viewer): boolean => true;

export const mayReadRecords = (viewer: Viewer, object: FieldObject): boolean =>
  may(viewer, RECORD_OBJECTS[object], "read");

export const mayEditRecords = (viewer: Viewer, object: FieldObject): boolean =>
  may(viewer, RECORD_OBJECTS[object], "edit");

/** The most the viewer may do with a field on any record. */
export function fieldExistsFor(
  viewer: Viewer,
  field: { readonly id: string; readonly visibleTo: readonly string[] | null },
): boolean {
  return field.visibleTo === null || viewer.roles.some(({ code }) => field.visibleTo?.includes(code));
}

/** On records that the viewer may edit nothing is masked; what is hidden stays hidden. */
export function levelOfField(viewer: Viewer, object: FieldObject, fieldId: string): FieldLevel {
  return fieldLevel(viewer, RECORD_OBJECTS[object], houseFieldName(fieldId), {});
}
