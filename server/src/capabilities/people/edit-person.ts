import type { Language } from "@tongzhou/contract/people";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { keepAnAdministrator } from "./keep-an-administrator.ts";
import { mayEditPerson, mayGiveRoles } from "./people.access.ts";
import { isEmailTaken, lockAdministrators, lockPerson, replaceRoles, updatePerson } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const EDIT_PERSON = operationKind("person.edit");

export interface PersonEdit {
  readonly name?: FieldChange<string> | undefined;
  readonly email?: FieldChange<string | null> | undefined;
  readonly language?: FieldChange<Language> | undefined;
  readonly teamId?: FieldChange<string | null> | undefined;
  readonly roleIds?: FieldChange<readonly string[]> | undefined;
}

/**
 * Changes fields of a person.
 * @throws NotFound, NotAllowed; Conflict `changed_meanwhile` or `email_taken`; Refused `last_admin`.
 */
export async function editPerson(context: Acting, id: string, edit: PersonEdit): Promise<void> {
  await lockAdministrators(context);
  const person = await lockPerson(context, id);
  if (!person) throw new NotFound();
  if (!mayEditPerson(context.viewer, person)) throw new NotAllowed();
  const present = {
    name: person.name,
    email: person.email,
    language: person.language,
    teamId: person.teamId,
    roleIds: person.roleIds,
  };
  const changes = await takeChanges(context, { table: "person", id }, present, { ...edit, ...sortedRoles(edit) });
  const opensDoors = changes.roleIds !== undefined || changes.email !== undefined;
  if (opensDoors && !mayGiveRoles(context.viewer)) throw new NotAllowed();
  if (changes.teamId !== undefined && !mayEditPerson(context.viewer, { id, teamId: changes.teamId })) {
    throw new NotAllowed();
  }
  if (changes.email && (await isEmailTaken(context, changes.email, id))) throw new Conflict("email_taken");
  const { teamId, roleIds, ...others } = changes;
  await updatePerson(context, id, {
    ...others,
    ...(changes.name === undefined ? {} : { name_sort: sortKey(changes.name, "person") }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
  });
  if (roleIds) await replaceRoles(context, id, roleIds);
  if (opensDoors) {
    await insertSecurityEvent(context, {
      kind: roleIds ? "roles_changed" : "email_changed",
      personId: id,
      details: roleIds ? { from: person.roleIds, to: roleIds } : {},
    });
    await keepAnAdministrator(context);
  }
  if (Object.keys(changes).length > 0) await context.emit("person.edited", [id]);
}

/** The order of roles means nothing, so it is no conflict. */
function sortedRoles({ roleIds }: PersonEdit): Pick<PersonEdit, "roleIds"> {
  if (!roleIds) return {};
  const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted();
  return { roleIds: { from: sorted(roleIds.from), to: sorted(roleIds.to) } };
}
