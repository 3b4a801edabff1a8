import type { Acting } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { CONTACT } from "./contacts.access.ts";
import { sortName } from "./domain/sort-name.ts";
import { writePresentJob } from "./follow-job.ts";
import { findContact, lockContact, updateContact } from "./queries/contact-rows.ts";

export const EDIT_CONTACT = operationKind("contact.edit");

export interface ContactEdit {
  readonly name?: FieldChange<string | null> | undefined;
  readonly title?: FieldChange<string | null> | undefined;
  readonly jobFunction?: FieldChange<string | null> | undefined;
  readonly jobLevel?: FieldChange<string | null> | undefined;
  readonly regionCode?: FieldChange<string | null> | undefined;
  readonly note?: FieldChange<string | null> | undefined;
}

const JOB_FIELDS = ["title", "jobFunction", "jobLevel"] as const;

/**
 * Changes facts of a contact that the editor follows.
 * @throws NotFound; NotAllowed for a field they may only read; Conflict `changed_meanwhile`.
 */
export async function editContact(context: Acting, id: string, edit: ContactEdit): Promise<void> {
  const seen = await findContact(context, id, "edit");
  const present = seen && (await lockContact(context, id));
  if (!present || seen.mergedIntoId !== null) throw new NotFound();
  const touchesJob = JOB_FIELDS.some((field) => edit[field] !== undefined);
  if (touchesJob && fieldLevel(context.viewer, CONTACT, "job", seen.held) !== "edit") throw new NotAllowed();
  const changes = await takeChanges(context, { table: "contact", id }, present, edit);
  const { name, title, jobFunction, jobLevel, regionCode, note } = changes;
  await updateContact(context, id, {
    ...(name === undefined ? {} : { name, name_sort: name === null ? "" : sortName(name) }),
    ...(title === undefined ? {} : { title }),
    ...(jobFunction === undefined ? {} : { job_function: jobFunction }),
    ...(jobLevel === undefined ? {} : { job_level: jobLevel }),
    ...(regionCode === undefined ? {} : { region_code: regionCode }),
    ...(note === undefined ? {} : { note }),
  });
  await writePresentJob(context, id, { title, jobFunction, jobLevel });
  await context.emit("contact.changed", [id]);
}
