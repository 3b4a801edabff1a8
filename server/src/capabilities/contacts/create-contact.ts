import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid, Refused } from "../../platform/problems/refusal.ts";
import { attachAccounts, companyKey, sortCompanyName } from "../accounts/index.ts";
import type { AttachedAccount } from "../accounts/index.ts";
import { attachContacts } from "./attach-contacts.ts";
import type { DraftIdentifier } from "./domain/contact-draft.ts";
import { identifierFault } from "./domain/identifier-fault.ts";
import { isIdentifierKind, normaliseIdentifier } from "./domain/normalise-identifier.ts";
import { normalisePersonName } from "./domain/normalise-person-name.ts";
import { sortName } from "./domain/sort-name.ts";
import { findContact } from "./queries/contact-rows.ts";

export const CREATE_CONTACT = operationKind("contact.create");

export interface TypedContact {
  readonly name: string | null;
  readonly title: string | null;
  readonly company: string | null;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/**
 * Adds a person that somebody types in, through the same door as every other record (R-ID-6): who is known already is found.
 * Whoever adds a new one owns it, so that they may open what they wrote; one found by a number is nobody's prize.
 * @throws Invalid `identifier_impossible` naming the field; Refused `nobody_described` without a name and an identifier;
 * Conflict `contact_of_others` for one that is known but out of the viewer's reach: nothing of it is changed.
 */
export async function createContact(
  context: Acting,
  typed: TypedContact,
): Promise<{ contactId: string; created: boolean }> {
  const identifiers = typed.identifiers.map((identifier, place) =>
    readIdentifier(identifier, `/identifiers/${place}/value`),
  );
  const name = typed.name === null ? null : normalisePersonName(typed.name);
  if (name === null && identifiers.length === 0) throw new Refused("nobody_described");
  const account = typed.company === null ? undefined : await accountNamed(context, typed.company);
  const [attached] = await attachContacts(context, [
    {
      name,
      nameSort: name === null ? "" : sortName(name),
      title: typed.title,
      identifiers,
      accountId: account?.accountId ?? null,
      homeAccountId: account?.homeAccountId ?? null,
      ownerId: context.viewer.personId,
      at: context.now,
    },
  ]);
  if (!attached) throw new Error("one draft gave no contact");
  if (!attached.created && !(await findContact(context, attached.contactId))) throw new Conflict("contact_of_others");
  return { contactId: attached.contactId, created: attached.created };
}

/** An identifier as somebody typed it. @throws Invalid `identifier_impossible` at the pointer. */
export function readIdentifier(
  typed: { readonly kind: string; readonly value: string },
  pointer: string,
): DraftIdentifier {
  if (!isIdentifierKind(typed.kind) || typed.kind === "record") {
    throw new Invalid([{ pointer, code: "identifier_impossible" }], "identifier_impossible");
  }
  const identifier = normaliseIdentifier(typed.kind, typed.value);
  const { kind, value, raw, strong } = identifier;
  if (value !== null) return { kind, value, raw, strong };
  const code = identifierFault(identifier) ?? "identifier_impossible";
  throw new Invalid([{ pointer, code }], "identifier_impossible");
}

/** The company of this name, found or made as at every capture; undefined for a name that says nothing. */
export async function accountNamed(context: Acting, name: string): Promise<AttachedAccount | undefined> {
  const key = companyKey(name);
  if (key === null) return undefined;
  const ownerId = context.viewer.personId;
  const [account] = await attachAccounts(context, [
    { name, key, creditCode: null, nameSort: sortCompanyName(name), ownerId },
  ]);
  return account;
}
