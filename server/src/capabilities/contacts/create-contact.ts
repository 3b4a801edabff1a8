import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Invalid, Refused } from "../../platform/problems/refusal.ts";
import { attachAccounts, companyKey, sortCompanyName } from "../accounts/index.ts";
import { attachContacts } from "./attach-contacts.ts";
import type { DraftIdentifier } from "./domain/contact-draft.ts";
import { isIdentifierKind, normaliseIdentifier } from "./domain/normalise-identifier.ts";
import { normalisePersonName } from "./domain/normalise-person-name.ts";
import { sortName } from "./domain/sort-name.ts";

export const CREATE_CONTACT = operationKind("contact.create");

export interface TypedContact {
  readonly name: string | null;
  readonly title: string | null;
  readonly company: string | null;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/**
 * Adds a person that somebody types in, through the same door as every other record (R-ID-6): who is known already is found.
 * @throws Invalid `identifier_impossible` naming the field; Refused `nobody_described` without a name and an identifier.
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
  const accountId = typed.company === null ? null : await accountNamed(context, typed.company);
  const [attached] = await attachContacts(context, [
    {
      name,
      nameSort: name === null ? "" : sortName(name),
      title: typed.title,
      identifiers,
      accountId,
      at: context.now,
    },
  ]);
  if (!attached) throw new Error("one draft gave no contact");
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
  const { kind, value, raw, strong } = normaliseIdentifier(typed.kind, typed.value);
  if (value === null) throw new Invalid([{ pointer, code: "identifier_impossible" }], "identifier_impossible");
  return { kind, value, raw, strong };
}

async function accountNamed(context: Acting, name: string): Promise<string | null> {
  const key = companyKey(name);
  if (key === null) return null;
  const [account] = await attachAccounts(context, [{ name, key, creditCode: null, nameSort: sortCompanyName(name) }]);
  return account?.accountId ?? null;
}
