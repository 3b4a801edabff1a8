import type { Contact, ContactRow, Identifier } from "@tongzhou/contract/contacts";
import type { Membership } from "@tongzhou/contract/memberships";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { CONTACT, fieldOfIdentifier } from "./contacts.access.ts";
import type { ListedContact, StoredIdentifier } from "./queries/contact-list.ts";
import type { StoredContact } from "./queries/contact-rows.ts";
import type { StoredMembership } from "./queries/membership-json.ts";

/** A contact as the viewer may see it in a list. */
export function presentContactRow(viewer: Viewer, contact: ListedContact): ContactRow {
  const seesJob = seesJobOf(viewer, contact.held);
  const { id, name, title, regionCode, account, owner } = contact;
  return {
    id,
    name,
    regionCode,
    owner,
    account: account && { ...account, title: seesJob ? account.title : null },
    identifiers: contact.identifiers.flatMap((identifier) => presentIdentifier(viewer, contact, identifier)),
    ...(seesJob ? { title } : {}),
    mayEdit: covers(reachOf(viewer, CONTACT, "edit"), contact.held),
    mayEditJob: fieldLevel(viewer, CONTACT, "job", contact.held) === "edit",
  };
}

/** Whether the viewer may read what somebody's job is. */
export const seesJobOf = (viewer: Viewer, held: ListedContact["held"]): boolean =>
  ["read", "edit"].includes(fieldLevel(viewer, CONTACT, "job", held));

/** A membership, without the facts of the job where the viewer may not read them. */
export function presentMembership(
  { title, jobFunction, jobLevel, ...membership }: StoredMembership,
  seesJob: boolean,
): Membership {
  return { ...membership, ...(seesJob ? { title, jobFunction, jobLevel } : {}) };
}

/** Masked, readable or not there: as the field grants say for this contact. */
function presentIdentifier(
  viewer: Viewer,
  { held }: Pick<ListedContact, "held">,
  identifier: StoredIdentifier,
): Identifier[] {
  const field = fieldOfIdentifier(identifier.kind);
  if (field === undefined) return [{ ...identifier, visibility: "read" }];
  const level = fieldLevel(viewer, CONTACT, field, held);
  if (level === "hidden") return [];
  const mask = CONTACT.fields[field];
  const value = level === "masked" && mask ? String(mask(identifier.value)) : identifier.value;
  return [{ ...identifier, value, visibility: level }];
}

/** A contact's page as the viewer may see it. */
export function presentContact(viewer: Viewer, contact: StoredContact): Contact {
  const { held, jobFunction, jobLevel, memberships, language, note, aliases, mergedIntoId } = contact;
  const row = presentContactRow(viewer, contact);
  const seesJob = "title" in row;
  return {
    ...row,
    ...(seesJob ? { jobFunction, jobLevel } : {}),
    language,
    note,
    aliases: [...aliases],
    memberships: memberships.map((membership) => presentMembership(membership, seesJob)),
    mergedIntoId,
    mayEdit: mergedIntoId === null && row.mayEdit,
    mayReveal: covers(reachOf(viewer, CONTACT, "reveal"), held),
  };
}
